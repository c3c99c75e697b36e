package dev.steward.sprint.velocity;

import dev.steward.sprint.team.TeamReference;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What a team finished in its last closed sprints. The numbers were recorded when the sprints were
/// closed; later changes of items do not alter them.
@Schema(name = "TeamVelocity")
record TeamVelocity(
        @Schema(description = "The team.") TeamReference team,
        @Schema(description = "The last closed sprints of the team, oldest first; at least one.")
                List<FinishedSprint> sprints,
        @Schema(description = "Statistics of the points completed per sprint.") Statistics velocity,
        @Schema(description = "Statistics of the number of items completed per sprint.")
                Statistics throughput) {

    @Schema(name = "FinishedSprint")
    record FinishedSprint(
            @Schema(description = "Id of the sprint.") UUID id,
            @Schema(description = "Name of the sprint.") String name,
            @Schema(description = "When the sprint was closed.") Instant endedAt,
            @Schema(description = "Points in the sprint when it started.") BigDecimal plannedPoints,
            @Schema(
                            description =
                                    "Points of the items that were DONE when the sprint was closed, at the estimate they had when they were done.")
                    BigDecimal completedPoints,
            @Schema(description = "Number of items in the sprint when it started.")
                    int plannedItems,
            @Schema(description = "Number of items that were DONE when the sprint was closed.")
                    int completedItems) {}

    static TeamVelocity of(TeamReference team, List<FinishedSprint> sprints) {
        return new TeamVelocity(
                team,
                sprints,
                Statistics.of(sprints.stream().map(FinishedSprint::completedPoints).toList()),
                Statistics.of(
                        sprints.stream()
                                .map(sprint -> BigDecimal.valueOf(sprint.completedItems()))
                                .toList()));
    }
}
