package dev.steward.backlog.scoring;

import dev.steward.backlog.scoring.model.Inputs;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An item with all that its score is computed from.
///
/// @param seen versions of the inputs
/// @param stored null while it was never scored
public record ScorableItem(UUID id, Inputs inputs, Seen seen, @Nullable StoredScore stored) {

    /// Versions of the item and of its demand; null without demand.
    record Seen(long item, @Nullable Integer demandEpoch, @Nullable Long demand) {}
}
