package dev.steward.sprint.sprint;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.steward.sprint.item.Item;
import dev.steward.sprint.ledger.EntryDetails;
import dev.steward.sprint.ledger.EntryKind;
import dev.steward.sprint.work.Work;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// An item in a sprint, from the time it enters until it leaves. Each change returns the entry that
/// it adds to the ledger of the sprint. It is guarded by the lock of the sprint.
@Entity
public class SprintItem {

    /// The reason in the ledger when the item itself was dropped.
    public static final String ITEM_DROPPED = "item-dropped";

    /// The reason in the ledger when the item was split.
    static final String ITEM_SPLIT = "item-split";

    @Id private UUID id;

    private UUID sprintId;
    private UUID itemId;
    @Embedded private Points points;
    private int carried;

    /// The item that its remainder became; null when it was not split. Read by native SQL only.
    @SuppressWarnings("UnusedVariable")
    private @Nullable UUID restId;

    /// Whether it was in the sprint when the sprint started. Read by native SQL only.
    @SuppressWarnings("UnusedVariable")
    private boolean planned;

    @SuppressWarnings("UnusedVariable")
    private Instant enteredAt;

    @Embedded private @Nullable SprintItemExit exit;

    protected SprintItem() {}

    private SprintItem(
            UUID sprintId, UUID itemId, @Nullable BigDecimal estimate, int carried, Instant now) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.enteredAt = now;
        this.sprintId = sprintId;
        this.itemId = itemId;
        this.points = Points.of(estimate);
        this.carried = carried;
    }

    public static SprintItem create(UUID sprint, Item item, Instant now) {
        return new SprintItem(sprint, item.id(), item.estimate(), 0, now);
    }

    /// The item in the next sprint, with its whole estimate.
    public SprintItem inNextSprint(UUID next, Instant now) {
        return new SprintItem(next, itemId, points.estimate(), carried + 1, now);
    }

    public EntryDetails added(@Nullable UUID from) {
        return entry(EntryKind.ADDED, null, points.estimate(), points(), from, null);
    }

    public EntryDetails removed(@Nullable String reason, Work last, Instant now) {
        return leaveSprint(SprintItemOutcome.REMOVED, EntryKind.REMOVED, reason, last, now);
    }

    /// Leaves the sprint because the item itself was dropped.
    public EntryDetails dropped(Work last, Instant now) {
        return leaveSprint(SprintItemOutcome.DROPPED, EntryKind.REMOVED, ITEM_DROPPED, last, now);
    }

    private EntryDetails leaveSprint(
            SprintItemOutcome as, EntryKind kind, @Nullable String reason, Work last, Instant now) {
        var entry = entry(kind, points.estimate(), null, points.remaining().negate(), null, reason);
        end(as, last, now);
        return entry;
    }

    /// @return empty when the estimate stays
    public Optional<EntryDetails> reestimate(@Nullable BigDecimal to) {
        if (points.isEstimatedAt(to)) {
            return Optional.empty();
        }
        var before = points;
        points = before.withEstimate(to);
        var effect = points.remaining().subtract(before.remaining());
        return Optional.of(entry(EntryKind.REESTIMATED, before.estimate(), to, effect, null, null));
    }

    public EntryDetails started() {
        return entryAtEstimate(EntryKind.STARTED, BigDecimal.ZERO, null, null);
    }

    public EntryDetails complete() {
        points = points.whenDone();
        return entryAtEstimate(EntryKind.COMPLETED, points().negate(), null, null);
    }

    public EntryDetails reopen(@Nullable String reason) {
        points = points.whenReopened();
        return entryAtEstimate(EntryKind.REOPENED, points(), null, reason);
    }

    /// The sprint has ended and a part of the item was done: the item keeps the points that the
    /// remainder does not take, and is done.
    ///
    /// @param restId id of the item that the remainder becomes
    /// @return the entry for the new estimate, if it changes, and the one for the completion
    /// @throws Remainder.DoesNotFit when the estimate of the remainder is not a part of the item's
    public List<EntryDetails> split(Remainder rest, String at, UUID restId) {
        var reestimated = reestimate(rest.subtractFrom(points.estimate(), at));
        this.restId = restId;
        return Stream.concat(reestimated.stream(), Stream.of(complete()))
                .map(entry -> entry.withReason(ITEM_SPLIT))
                .toList();
    }

    /// The sprint has ended and the item was not done. It stays in the figures of this sprint.
    public EntryDetails carryToNextSprint(UUID next, Work last, Instant now) {
        end(SprintItemOutcome.CARRIED, last, now);
        return entryAtEstimate(EntryKind.CARRIED, BigDecimal.ZERO, next, null);
    }

    public EntryDetails returnToBacklog(Work last, Instant now) {
        end(SprintItemOutcome.RETURNED, last, now);
        return entryAtEstimate(EntryKind.RETURNED, BigDecimal.ZERO, null, null);
    }

    public void conclude(Work last, Instant now) {
        end(SprintItemOutcome.DONE, last, now);
    }

    private void end(SprintItemOutcome as, Work last, Instant now) {
        exit = SprintItemExit.of(as, last, now);
    }

    public BigDecimal completedPoints() {
        return points.completed();
    }

    public BigDecimal points() {
        return points.total();
    }

    private EntryDetails entryAtEstimate(
            EntryKind kind, BigDecimal effect, @Nullable UUID other, @Nullable String reason) {
        return entry(kind, points.estimate(), points.estimate(), effect, other, reason);
    }

    private EntryDetails entry(
            EntryKind kind,
            @Nullable BigDecimal from,
            @Nullable BigDecimal to,
            BigDecimal effect,
            @Nullable UUID other,
            @Nullable String reason) {
        return new EntryDetails(kind, itemId, from, to, effect, other, reason);
    }

    public void markPlanned() {
        planned = true;
    }

    public boolean isOpen() {
        return exit == null;
    }

    public boolean isDone() {
        return points.done();
    }

    public UUID sprintId() {
        return sprintId;
    }

    public UUID itemId() {
        return itemId;
    }
}
