package dev.steward.sprint.sprint;

import dev.steward.platform.web.conditional.Representation;
import dev.steward.platform.web.conditional.Tagged;
import dev.steward.platform.web.paging.SizeLimitedPage;
import dev.steward.sprint.team.TeamCalendar;
import dev.steward.sprint.team.TeamReference;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A sprint, as answers show it.
@Schema(name = "Sprint")
public record SprintView(
        @Schema(description = "Id of the sprint.") UUID id,
        @Schema(description = "Id of the product that the sprint works on.") UUID productId,
        @Schema(description = "The team that works in the sprint; it cannot change.")
                TeamReference team,
        @Schema(description = "Name of the sprint; need not be unique.") String name,
        @Schema(description = "Goal of the sprint, as Markdown. Null while it has none.")
                @Nullable String goal,
        @Schema(description = "First day. Null while it is not set.") @Nullable LocalDate startDate,
        @Schema(description = "Last day, included. Null while it is not set.")
                @Nullable LocalDate endDate,
        @Schema(description = "PLANNED, then ACTIVE, and in the end CLOSED or CANCELLED.")
                SprintStatus status,
        @Schema(description = "When the sprint was started. Null before.")
                @Nullable Instant startedAt,
        @Schema(description = "When the sprint was closed or cancelled. Null before.")
                @Nullable Instant endedAt,
        @Schema(
                        description =
                                "The forecast: points in the sprint when it started. Null before; does not change afterwards.")
                @Nullable BigDecimal plannedPoints,
        @Schema(
                        description =
                                "Number of items in the sprint when it started. Null before; does not change afterwards.")
                @Nullable Integer plannedItems,
        @Schema(
                        description =
                                "Points of the items that were DONE when the sprint ended, at the estimate they had when they were done. Null before; does not change afterwards.")
                @Nullable BigDecimal completedPoints,
        @Schema(
                        description =
                                "Number of items that were DONE when the sprint ended. Null before; does not change afterwards.")
                @Nullable Integer completedItems,
        @Schema(
                        description =
                                "The items in the sprint, added up; in an ended sprint those at the end.")
                ScopeView scope,
        @Schema(
                        description =
                                "The items that were split when the sprint was closed. Empty when there are none.")
                List<SplitItem> splits,
        @Schema(description = "When the sprint was created.") Instant createdAt,
        @Schema(
                        description =
                                "Raised by 1 with each change of the sprint itself; not by changes of its items.")
                long version)
        implements Tagged {

    /// The items in a sprint, added up.
    @Schema(name = "SprintScope")
    record ScopeView(
            @Schema(description = "Number of items in the sprint.") long items,
            @Schema(description = "Sum of their estimates, in points.") BigDecimal points,
            @Schema(description = "Number of items whose work is DONE.") long doneItems,
            @Schema(
                            description =
                                    "Points of the items whose work is DONE, at the estimate they had when they were done.")
                    BigDecimal donePoints,
            @Schema(description = "Sum of the estimates of the items that are not DONE, in points.")
                    BigDecimal remainingPoints) {}

    static SprintView of(
            Sprint sprint, @Nullable TeamCalendar team, SprintItems.ScopeTotals scope) {
        var state = sprint.state();
        return new SprintView(
                state.id(),
                state.productId(),
                new TeamReference(state.teamId(), team == null ? null : team.name()),
                state.name(),
                state.goal(),
                state.startDate(),
                state.endDate(),
                state.status(),
                state.startedAt(),
                state.endedAt(),
                state.plannedPoints(),
                state.plannedItems(),
                state.completedPoints(),
                state.completedItems(),
                new ScopeView(
                        scope.items(),
                        scope.points(),
                        scope.doneItems(),
                        scope.donePoints(),
                        scope.remainingPoints()),
                scope.splits(),
                sprint.createdAt(),
                sprint.version());
    }

    /// Roughly how many bytes it takes in an answer.
    public long bytes() {
        return 1_000 + SizeLimitedPage.bytes(name, goal) + 100L * splits.size();
    }

    @Override
    public String etag() {
        return Representation.etag(version, team, scope);
    }
}
