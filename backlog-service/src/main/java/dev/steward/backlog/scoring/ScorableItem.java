package dev.steward.backlog.scoring;

import dev.steward.backlog.demand.Demand;
import dev.steward.backlog.item.BacklogItem;
import dev.steward.backlog.scoring.model.Inputs;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An item with all that its score is computed from.
///
/// @param seen versions of the inputs
/// @param stored null while it was never scored
public record ScorableItem(UUID id, Inputs inputs, Seen seen, @Nullable StoredScore stored) {

    /// An item that is being created.
    static ScorableItem of(BacklogItem created, LocalDate day) {
        var entered = created.inputs();
        var inputs =
                new Inputs(
                        entered.value(),
                        entered.timeCriticality(),
                        entered.riskReduction(),
                        entered.reach(),
                        entered.impact(),
                        entered.confidence(),
                        created.estimate(),
                        Demand.NONE,
                        day);
        return new ScorableItem(
                created.id(), inputs, new Seen(created.version(), null, null), null);
    }

    /// Versions of the item and of its demand; null without demand.
    record Seen(long item, @Nullable Integer demandEpoch, @Nullable Long demand) {}
}
