package dev.steward.sprint.sprint;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.steward.platform.access.Right;
import dev.steward.platform.messaging.store.Changes;
import dev.steward.sprint.item.Item;
import dev.steward.sprint.ledger.EntryContext;
import dev.steward.sprint.ledger.EntryDetails;
import dev.steward.sprint.ledger.EntryKind;
import dev.steward.sprint.ledger.LedgerEntry;
import dev.steward.sprint.team.TeamCalendar;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// A sprint of a team. Forecast, time zone and working days are recorded when it starts, the
/// completed points and items when it ends; later changes do not alter them.
@Entity
public class Sprint {

    @Id private UUID id;

    private UUID productId;
    private UUID teamId;
    private String name;
    private @Nullable String goal;
    private @Nullable LocalDate startDate;
    private @Nullable LocalDate endDate;

    @Enumerated(EnumType.STRING)
    private SprintStatus status = SprintStatus.PLANNED;

    private @Nullable String timeZone;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.ARRAY)
    private @Nullable List<DayOfWeek> workingDays;

    private @Nullable Instant startedAt;
    private @Nullable Instant endedAt;
    private @Nullable BigDecimal plannedPoints;
    private @Nullable Integer plannedItems;
    private @Nullable BigDecimal completedPoints;
    private @Nullable Integer completedItems;
    private Instant recordedAt;
    private Instant createdAt;
    private long version = 1;

    protected Sprint() {}

    private Sprint(UUID productId, UUID teamId, SprintFields fields, Instant now) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.productId = productId;
        this.teamId = teamId;
        this.createdAt = now.truncatedTo(ChronoUnit.MICROS);
        this.recordedAt = createdAt;
        apply(fields);
    }

    public static Sprint create(UUID productId, UUID teamId, SprintFields fields, Instant now) {
        var valid = fields.validate().requireDatesNear(day(now), SprintFields.NONE);
        return new Sprint(productId, teamId, valid, now);
    }

    public SprintEvent.Planned planned() {
        return new SprintEvent.Planned(version, SprintFields.NONE.changesTo(fields()), state());
    }

    private static LocalDate day(Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }

    /// Once the sprint has started its dates cannot change.
    ///
    /// @return empty when nothing changes
    public Optional<SprintEvent> update(SprintFields updated, Instant now) {
        requireOpen("updated");
        updated.validate().requireDatesNear(day(now), fields());
        if (status == SprintStatus.ACTIVE) {
            requireComplete(updated);
            if (!updated.hasDatesOf(fields())) {
                throw new SprintDatesAreFixed();
            }
        }
        var changes = fields().changesTo(updated);
        if (changes.isEmpty()) {
            return Optional.empty();
        }
        apply(updated);
        version++;
        return Optional.of(new SprintEvent.Edited(version, changes, state()));
    }

    /// Starts the sprint and records forecast, time zone and working days.
    public SprintEvent start(SprintTotals scope, TeamCalendar calendar, Instant now) {
        if (status != SprintStatus.PLANNED) {
            throw new WrongSprintStatus(status, "started");
        }
        requireComplete(fields());
        timeZone = calendar.timeZone();
        workingDays = List.copyOf(calendar.workingDays());
        startedAt = now.truncatedTo(ChronoUnit.MICROS);
        plannedPoints = scope.points();
        plannedItems = scope.items();
        var changes = changeStatus(SprintStatus.ACTIVE).and("plannedPoints", null, plannedPoints);
        return new SprintEvent.Started(version, changes, state());
    }

    public SprintEvent close(SprintTotals completed, Instant now) {
        var changes = end(SprintStatus.CLOSED, "closed", completed, now);
        return new SprintEvent.Closed(version, changes, state());
    }

    public SprintEvent cancel(String reason, SprintTotals completed, Instant now) {
        var changes = end(SprintStatus.CANCELLED, "cancelled", completed, now);
        return new SprintEvent.Cancelled(version, changes, state(), reason);
    }

    private Changes end(SprintStatus as, String action, SprintTotals completed, Instant now) {
        requireActive(action);
        endedAt = now.truncatedTo(ChronoUnit.MICROS);
        completedPoints = completed.points();
        completedItems = completed.items();
        return changeStatus(as).and("completedPoints", null, completedPoints);
    }

    private Changes changeStatus(SprintStatus to) {
        var changes = Changes.of("status", status, to);
        status = to;
        version++;
        return changes;
    }

    private static void requireComplete(SprintFields fields) {
        if (!fields.missing().isEmpty()) {
            throw new SprintIsIncomplete(fields.missing());
        }
    }

    public void requireActive(String action) {
        if (status != SprintStatus.ACTIVE) {
            throw new WrongSprintStatus(status, action);
        }
    }

    /// @throws WrongSprintStatus when it has ended: nothing of it can change any more
    public void requireOpen(String action) {
        if (!isOpen()) {
            throw new WrongSprintStatus(status, action);
        }
    }

    /// Work on the items of a sprint can change only while the sprint is ACTIVE.
    public void requireActiveFor(Item item) {
        if (status != SprintStatus.ACTIVE) {
            throw new WrongSprintStatus(
                    status, "worked in: the work on " + item.key() + " cannot change");
        }
    }

    /// Whether it is PLANNED or ACTIVE.
    public boolean isOpen() {
        return status == SprintStatus.PLANNED || status == SprintStatus.ACTIVE;
    }

    public boolean isPlanned() {
        return status == SprintStatus.PLANNED;
    }

    /// The right needed to add or remove items, which depends on the status.
    public Right scopeRight() {
        return status == SprintStatus.ACTIVE ? Right.SCOPE_CHANGE : Right.SPRINT;
    }

    /// The next entry of its ledger, timed later than all entries before it, whatever the clock
    /// says.
    public LedgerEntry newEntry(EntryDetails entry, EntryContext context) {
        var now = context.now().truncatedTo(ChronoUnit.MICROS);
        recordedAt = now.isAfter(recordedAt) ? now : recordedAt.plus(1, ChronoUnit.MICROS);
        return new LedgerEntry(id, recordedAt, entry, context);
    }

    public EntryDetails startEntry() {
        return new EntryDetails(
                EntryKind.SPRINT_STARTED, null, null, plannedPoints, BigDecimal.ZERO, null, null);
    }

    private void apply(SprintFields fields) {
        name = fields.name();
        goal = fields.goal();
        startDate = fields.startDate();
        endDate = fields.endDate();
    }

    public SprintFields fields() {
        return new SprintFields(name, goal, startDate, endDate);
    }

    SprintEvent.State state() {
        return new SprintEvent.State(
                id,
                productId,
                teamId,
                name,
                goal,
                startDate,
                endDate,
                status,
                startedAt,
                endedAt,
                plannedPoints,
                plannedItems,
                completedPoints,
                completedItems);
    }

    SprintSummary summary() {
        return new SprintSummary(
                id,
                name,
                goal,
                status,
                startDate,
                endDate,
                startedAt,
                endedAt,
                plannedPoints,
                timeZone,
                workingDays == null ? null : List.copyOf(workingDays),
                version);
    }

    public UUID id() {
        return id;
    }

    public UUID productId() {
        return productId;
    }

    public UUID teamId() {
        return teamId;
    }

    public SprintStatus status() {
        return status;
    }

    Instant createdAt() {
        return createdAt;
    }

    public long version() {
        return version;
    }
}
