package dev.steward.backlog.goal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A goal in a list.
///
/// @param description only where asked for
@Schema(name = "GoalSummary")
record GoalSummary(
        UUID id,
        String title,
        @Nullable String description,
        @Nullable LocalDate targetDate,
        @Nullable String measure,
        GoalStatus status,
        Instant createdAt,
        @Nullable Instant activatedAt,
        @Nullable Instant endedAt,
        long version) {

    static GoalSummary of(GoalView goal) {
        return new GoalSummary(
                goal.id(),
                goal.title(),
                goal.description(),
                goal.targetDate(),
                goal.measure(),
                goal.status(),
                goal.createdAt(),
                goal.activatedAt(),
                goal.endedAt(),
                goal.version());
    }
}
