package dev.steward.sprint.progress;

import dev.steward.sprint.item.Item;
import dev.steward.sprint.ledger.EntryDetails;
import dev.steward.sprint.sprint.SprintItem;
import dev.steward.sprint.work.Work;
import dev.steward.sprint.work.WorkEvent;
import java.time.Instant;
import java.util.Optional;

/// The changes that an item's event causes to the work on the item and to its sprint. Events that
/// are not newer than the last one applied to the work cause none, so an event may arrive twice or
/// late.
///
/// @param workEvent the event of the work; empty when the work does not change
/// @param ledgerEntry the entry for the sprint's ledger; empty when the item is in no sprint or its
///   points stay
public record ItemReaction(Optional<WorkEvent> workEvent, Optional<EntryDetails> ledgerEntry) {

    private static final ItemReaction NONE = new ItemReaction(Optional.empty(), Optional.empty());

    /// @param item the state that the event carries
    public static ItemReaction of(
            Item item, Work work, Optional<SprintItem> sprintItem, Instant now) {
        if (!work.isBehind(item)) {
            return NONE;
        }
        work.recordItemVersion(item);
        if (!item.isDiscarded()) {
            return new ItemReaction(
                    Optional.empty(), sprintItem.flatMap(in -> in.reestimate(item.estimate())));
        }
        if (work.isIdle()) {
            return NONE;
        }
        var ledgerEntry = sprintItem.map(in -> in.dropped(work, now));
        return new ItemReaction(
                Optional.of(work.leaveSprint(SprintItem.ITEM_DROPPED)), ledgerEntry);
    }
}
