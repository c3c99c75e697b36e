package dev.steward.sprint.velocity;

import dev.steward.sprint.team.TeamReference;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What a team finished in its last sprints, oldest first. Nothing of today changes it: the numbers
/// were frozen when the sprints were closed.
///
/// @param velocity points per sprint
/// @param throughput items per sprint
@Schema(name = "TeamVelocity")
record TeamVelocity(
        TeamReference team, List<FinishedSprint> sprints, Spread velocity, Spread throughput) {

    @Schema(name = "FinishedSprint")
    record FinishedSprint(
            UUID id,
            String name,
            Instant endedAt,
            BigDecimal plannedPoints,
            BigDecimal completedPoints,
            int plannedItems,
            int completedItems) {}

    static TeamVelocity of(TeamReference team, List<FinishedSprint> sprints) {
        return new TeamVelocity(
                team,
                sprints,
                Spread.of(sprints.stream().map(FinishedSprint::completedPoints).toList()),
                Spread.of(
                        sprints.stream()
                                .map(sprint -> BigDecimal.valueOf(sprint.completedItems()))
                                .toList()));
    }
}
