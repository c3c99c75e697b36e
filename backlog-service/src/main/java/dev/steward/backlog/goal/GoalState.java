package dev.steward.backlog.goal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The state of a goal in its events.
///
/// @param reason why it was abandoned; otherwise null
record GoalState(
        UUID id,
        UUID productId,
        String title,
        @Nullable String description,
        @Nullable LocalDate targetDate,
        @Nullable String measure,
        GoalStatus status,
        @Nullable Instant activatedAt,
        @Nullable Instant endedAt,
        @Nullable String reason) {

    static GoalState of(Goal goal) {
        var text = goal.text();
        return new GoalState(
                goal.id(),
                goal.productId(),
                text.title(),
                text.description(),
                text.targetDate(),
                text.measure(),
                goal.status(),
                goal.activatedAt(),
                goal.endedAt(),
                goal.reason());
    }
}
