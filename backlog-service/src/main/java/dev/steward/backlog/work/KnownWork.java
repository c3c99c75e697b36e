package dev.steward.backlog.work;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The work on an item, as far as its events have arrived.
///
/// @param sprintId sprint that the item is in; null when it is in none
public record KnownWork(
        WorkStatus status,
        @Nullable UUID sprintId,
        @Nullable UUID teamId,
        @Nullable String assignee) {

    /// No work on the item.
    public static final KnownWork NONE = new KnownWork(WorkStatus.NONE, null, null, null);
}
