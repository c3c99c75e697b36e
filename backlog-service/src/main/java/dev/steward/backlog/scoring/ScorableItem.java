package dev.steward.backlog.scoring;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An item as scoring sees it.
///
/// @param seen what the inputs are of
/// @param stored null while it has never been scored
record ScorableItem(UUID id, Inputs inputs, Seen seen, @Nullable StoredScore stored) {

    /// Versions of an item and of the demand for it; null where there is none.
    record Seen(long item, @Nullable Integer demandEpoch, @Nullable Long demand) {}
}
