package dev.steward.sprint.progress;

import dev.steward.sprint.item.Item;
import dev.steward.sprint.ledger.LedgerFact;
import dev.steward.sprint.sprint.SprintItem;
import dev.steward.sprint.work.Work;
import dev.steward.sprint.work.WorkEvent;
import java.time.Instant;
import java.util.Optional;

/// What an item's event means for the work on it and for its stay in a sprint. Only what is newer
/// than the last event that the work has seen means anything, so an event may come again or late.
///
/// @param told what happened to the work
/// @param fact what the ledger of its sprint says
public record Consequence(Optional<WorkEvent> told, Optional<LedgerFact> fact) {

    private static final Consequence NONE = new Consequence(Optional.empty(), Optional.empty());

    /// @param item as the event has it
    public static Consequence of(Item item, Work work, Optional<SprintItem> stay, Instant now) {
        if (!work.hasNotSeen(item)) {
            return NONE;
        }
        work.saw(item);
        if (!item.isGone()) {
            return new Consequence(
                    Optional.empty(), stay.flatMap(in -> in.reestimate(item.estimate())));
        }
        if (work.isIdle()) {
            return NONE;
        }
        var fact = stay.map(in -> in.dropped(work, now));
        return new Consequence(Optional.of(work.leave(SprintItem.ITEM_DROPPED)), fact);
    }
}
