package dev.steward.sprint.sprint;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.steward.platform.access.Right;
import dev.steward.platform.messaging.Changes;
import dev.steward.sprint.item.Item;
import dev.steward.sprint.ledger.EntryKind;
import dev.steward.sprint.ledger.LedgerEntry;
import dev.steward.sprint.ledger.LedgerFact;
import dev.steward.sprint.ledger.Witness;
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

/// A sprint of a team. What it is measured by is frozen when it starts and when it ends.
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
        say(fields);
    }

    static Sprint plan(UUID productId, UUID teamId, SprintFields fields, Instant now) {
        var sound = fields.requireSound().requireNear(day(now), SprintFields.NONE);
        return new Sprint(productId, teamId, sound, now);
    }

    SprintEvent.Planned planned() {
        return new SprintEvent.Planned(version, SprintFields.NONE.changesTo(fields()), state());
    }

    private static LocalDate day(Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }

    /// Its dates are part of the snapshot: they stay once it has started.
    ///
    /// @return empty where the fields say nothing new
    Optional<SprintEvent> edit(SprintFields to, Instant now) {
        requireOpen("edited");
        to.requireSound().requireNear(day(now), fields());
        if (status == SprintStatus.ACTIVE) {
            requireComplete(to);
            if (!to.hasDatesOf(fields())) {
                throw new SprintDatesAreFixed();
            }
        }
        var changes = fields().changesTo(to);
        if (changes.isEmpty()) {
            return Optional.empty();
        }
        say(to);
        version++;
        return Optional.of(new SprintEvent.Edited(version, changes, state()));
    }

    /// Takes the snapshot by which it is measured from now on.
    SprintEvent start(Tally scope, TeamCalendar calendar, Instant now) {
        if (status != SprintStatus.PLANNED) {
            throw new SprintIs(status, "started");
        }
        requireComplete(fields());
        timeZone = calendar.timeZone();
        workingDays = List.copyOf(calendar.workingDays());
        startedAt = now.truncatedTo(ChronoUnit.MICROS);
        plannedPoints = scope.points();
        plannedItems = scope.items();
        var changes = become(SprintStatus.ACTIVE).and("plannedPoints", null, plannedPoints);
        return new SprintEvent.Started(version, changes, state());
    }

    SprintEvent close(Tally completed, Instant now) {
        var changes = end(SprintStatus.CLOSED, "closed", completed, now);
        return new SprintEvent.Closed(version, changes, state());
    }

    SprintEvent cancel(String reason, Tally completed, Instant now) {
        var changes = end(SprintStatus.CANCELLED, "cancelled", completed, now);
        return new SprintEvent.Cancelled(version, changes, state(), reason);
    }

    private Changes end(SprintStatus as, String asked, Tally completed, Instant now) {
        requireActive(asked);
        endedAt = now.truncatedTo(ChronoUnit.MICROS);
        completedPoints = completed.points();
        completedItems = completed.items();
        return become(as).and("completedPoints", null, completedPoints);
    }

    private Changes become(SprintStatus to) {
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

    void requireActive(String asked) {
        if (status != SprintStatus.ACTIVE) {
            throw new SprintIs(status, asked);
        }
    }

    /// @throws SprintIs where it has ended: nothing of it changes any more
    void requireOpen(String asked) {
        if (!isOpen()) {
            throw new SprintIs(status, asked);
        }
    }

    /// Work in a sprint begins when the sprint has begun.
    public void requireBegun(Item item) {
        if (status != SprintStatus.ACTIVE) {
            throw new SprintIs(status, "worked in (" + item.key() + ")");
        }
    }

    /// Planned or running.
    public boolean isOpen() {
        return status == SprintStatus.PLANNED || status == SprintStatus.ACTIVE;
    }

    boolean isPlanned() {
        return status == SprintStatus.PLANNED;
    }

    /// What it takes to add or remove an item: planning it, or changing the scope under way.
    Right rightToItsScope() {
        return status == SprintStatus.ACTIVE ? Right.SCOPE_CHANGE : Right.SPRINT;
    }

    /// The next line of its ledger: later than all before it, whatever the clock says.
    public LedgerEntry record(LedgerFact fact, Witness by) {
        var now = by.now().truncatedTo(ChronoUnit.MICROS);
        recordedAt = now.isAfter(recordedAt) ? now : recordedAt.plus(1, ChronoUnit.MICROS);
        return new LedgerEntry(id, recordedAt, fact, by);
    }

    LedgerFact begun() {
        return new LedgerFact(
                EntryKind.SPRINT_STARTED, null, null, plannedPoints, BigDecimal.ZERO, null, null);
    }

    private void say(SprintFields fields) {
        name = fields.name();
        goal = fields.goal();
        startDate = fields.startDate();
        endDate = fields.endDate();
    }

    SprintFields fields() {
        return new SprintFields(name, goal, startDate, endDate);
    }

    private SprintEvent.State state() {
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

    /// What it says of itself, for those who show it.
    SprintEvent.State shown() {
        return state();
    }

    SprintFrame frame() {
        return new SprintFrame(
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

    UUID productId() {
        return productId;
    }

    UUID teamId() {
        return teamId;
    }

    public SprintStatus status() {
        return status;
    }

    Instant createdAt() {
        return createdAt;
    }

    long version() {
        return version;
    }
}
