package dev.steward.backlog.scoring;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An item as scoring sees it.
///
/// @param stored null while it has never been scored
record ScorableItem(UUID id, Inputs inputs, @Nullable StoredScore stored) {}
