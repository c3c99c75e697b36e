package dev.steward.sprint.sprint;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.steward.sprint.item.Item;
import dev.steward.sprint.ledger.EntryKind;
import dev.steward.sprint.ledger.LedgerFact;
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

/// An item's stay in a sprint. It says what each step means for the sprint's points; the sprint's
/// lock guards it.
@Entity
public class SprintItem {

    /// The reason in the ledger where the item itself was decided against.
    public static final String ITEM_DROPPED = "item-dropped";

    /// The reason in the ledger where a part of the item was done.
    static final String ITEM_SPLIT = "item-split";

    @Id private UUID id;

    private UUID sprintId;
    private UUID itemId;
    @Embedded private Weight weight;
    private int carried;

    /// The item that its rest has become. Read in one statement with the sprint's points.
    @SuppressWarnings("UnusedVariable")
    private @Nullable UUID restId;

    /// Was in it when it started. For the board, which reads it in one statement with the rest.
    @SuppressWarnings("UnusedVariable")
    private boolean planned;

    @SuppressWarnings("UnusedVariable")
    private Instant enteredAt;

    @Embedded private @Nullable Departure left;

    protected SprintItem() {}

    private SprintItem(
            UUID sprintId, UUID itemId, @Nullable BigDecimal estimate, int carried, Instant now) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.enteredAt = now;
        this.sprintId = sprintId;
        this.itemId = itemId;
        this.weight = Weight.of(estimate);
        this.carried = carried;
    }

    static SprintItem entering(UUID sprint, Item item, Instant now) {
        return new SprintItem(sprint, item.id(), item.estimate(), 0, now);
    }

    /// The stay in the next sprint of what this one did not finish: the whole estimate goes along.
    SprintItem carriedTo(UUID next, Instant now) {
        return new SprintItem(next, itemId, weight.estimate(), carried + 1, now);
    }

    LedgerFact added(@Nullable UUID from) {
        return fact(EntryKind.ADDED, null, weight.estimate(), points(), from, null);
    }

    LedgerFact removed(@Nullable String reason, Work last, Instant now) {
        return leave(Outcome.REMOVED, EntryKind.REMOVED, reason, last, now);
    }

    /// Ended by the item, not by the team.
    public LedgerFact dropped(Work last, Instant now) {
        return leave(Outcome.DROPPED, EntryKind.REMOVED, ITEM_DROPPED, last, now);
    }

    private LedgerFact leave(
            Outcome as, EntryKind kind, @Nullable String reason, Work last, Instant now) {
        var fact = fact(kind, weight.estimate(), null, weight.remaining().negate(), null, reason);
        end(as, last, now);
        return fact;
    }

    /// @return empty where the estimate stays
    public Optional<LedgerFact> reestimate(@Nullable BigDecimal to) {
        if (weight.isEstimatedAt(to)) {
            return Optional.empty();
        }
        var before = weight;
        weight = before.estimated(to);
        var effect = weight.remaining().subtract(before.remaining());
        return Optional.of(fact(EntryKind.REESTIMATED, before.estimate(), to, effect, null, null));
    }

    public LedgerFact started() {
        return asEstimated(EntryKind.STARTED, BigDecimal.ZERO, null, null);
    }

    public LedgerFact complete() {
        weight = weight.whenDone();
        return asEstimated(EntryKind.COMPLETED, points().negate(), null, null);
    }

    public LedgerFact reopen(@Nullable String reason) {
        weight = weight.whenReopened();
        return asEstimated(EntryKind.REOPENED, points(), null, reason);
    }

    /// The sprint is over, and a part of it was done: at what the rest leaves of its estimate.
    ///
    /// @param restId the item that the rest becomes
    /// @return first the new estimate, then that it is done
    /// @throws RestDoesNotFit
    List<LedgerFact> split(Rest rest, String at, UUID restId) {
        var reestimated = reestimate(rest.leavesOf(weight.estimate(), at));
        this.restId = restId;
        return Stream.concat(reestimated.stream(), Stream.of(complete()))
                .map(fact -> fact.because(ITEM_SPLIT))
                .toList();
    }

    /// The sprint is over, and this was not done. It stays in the sprint's figures.
    LedgerFact carryOn(UUID next, Work last, Instant now) {
        end(Outcome.CARRIED, last, now);
        return asEstimated(EntryKind.CARRIED, BigDecimal.ZERO, next, null);
    }

    LedgerFact giveBack(Work last, Instant now) {
        end(Outcome.RETURNED, last, now);
        return asEstimated(EntryKind.RETURNED, BigDecimal.ZERO, null, null);
    }

    void conclude(Work last, Instant now) {
        end(Outcome.DONE, last, now);
    }

    private void end(Outcome as, Work last, Instant now) {
        left = Departure.of(as, last, now);
    }

    BigDecimal completedPoints() {
        return weight.completed();
    }

    BigDecimal points() {
        return weight.points();
    }

    private LedgerFact asEstimated(
            EntryKind kind, BigDecimal effect, @Nullable UUID other, @Nullable String reason) {
        return fact(kind, weight.estimate(), weight.estimate(), effect, other, reason);
    }

    private LedgerFact fact(
            EntryKind kind,
            @Nullable BigDecimal from,
            @Nullable BigDecimal to,
            BigDecimal effect,
            @Nullable UUID other,
            @Nullable String reason) {
        return new LedgerFact(kind, itemId, from, to, effect, other, reason);
    }

    void plan() {
        planned = true;
    }

    public boolean isOpen() {
        return left == null;
    }

    boolean isDone() {
        return weight.done();
    }

    public UUID sprintId() {
        return sprintId;
    }

    public UUID itemId() {
        return itemId;
    }
}
