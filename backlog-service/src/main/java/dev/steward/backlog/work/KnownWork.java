package dev.steward.backlog.work;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The work on an item, as far as its events have arrived.
///
/// @param sprintId the sprint that it is in; null outside one
public record KnownWork(
        WorkStatus status,
        @Nullable UUID sprintId,
        @Nullable UUID teamId,
        @Nullable String assignee) {

    /// Of an item that nobody has touched.
    public static final KnownWork NONE = new KnownWork(WorkStatus.NONE, null, null, null);
}
