package dev.steward.backlog.goal;

import dev.steward.backlog.ApiTexts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A goal in a list.
@Schema(name = "GoalSummary")
record GoalSummary(
        @Schema(description = "Id of the goal.") UUID id,
        @Schema(description = "Short name of the goal.") String title,
        @Schema(
                        description =
                                "What the goal means, in Markdown. Null unless the request had"
                                        + " `include=description`, or when nothing was written.")
                @Nullable String description,
        @Schema(description = GoalFields.TARGET_DATE) @Nullable LocalDate targetDate,
        @Schema(description = GoalFields.MEASURE) @Nullable String measure,
        @Schema(description = GoalView.STATUS) GoalStatus status,
        @Schema(description = "When it was proposed (UTC).") Instant createdAt,
        @Schema(description = GoalView.ACTIVATED_AT) @Nullable Instant activatedAt,
        @Schema(description = GoalView.ENDED_AT) @Nullable Instant endedAt,
        @Schema(description = ApiTexts.VERSION) long version) {

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
