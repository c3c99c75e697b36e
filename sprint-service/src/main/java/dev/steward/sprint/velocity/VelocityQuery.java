package dev.steward.sprint.velocity;

import dev.steward.platform.database.Database;
import dev.steward.sprint.team.TeamReference;
import dev.steward.sprint.velocity.TeamVelocity.FinishedSprint;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.result.RowView;
import org.jspecify.annotations.Nullable;

/// Reads the velocity of all teams of a product in one statement.
@ApplicationScoped
class VelocityQuery {

    /// Cancelled sprints are left out.
    private static final String FINISHED =
            """
            select * from (
                select s.id as id, s.name as name, s.team_id as team_id, t.name as team_name, s.ended_at as ended_at,
                    s.planned_points as planned_points, s.completed_points as completed_points,
                    s.planned_items as planned_items, s.completed_items as completed_items,
                    row_number() over (partition by s.team_id order by s.ended_at desc, s.id desc) as back
                from sprint s join team t on t.id = s.team_id
                where s.product_id = :product and s.status = 'CLOSED' and (cast(:team as uuid) is null or s.team_id = :team)) last
            where back <= :last order by lower(team_name), team_id, back desc
            """;

    private final Database database;

    VelocityQuery(Database database) {
        this.database = database;
    }

    /// @param team null for all teams
    /// @param last the maximum number of sprints of each team
    List<TeamVelocity> of(UUID product, @Nullable UUID team, int last) {
        Map<TeamReference, List<FinishedSprint>> byTeam = new LinkedHashMap<>();
        database.query(
                        FINISHED,
                        query ->
                                query.bind("product", product)
                                        .bind("team", team)
                                        .bind("last", last)
                                        .map(VelocityQuery::sprintOfATeam)
                                        .list())
                .forEach(found ->
                        byTeam.computeIfAbsent(found.team(), _ -> new ArrayList<>())
                                .add(found.sprint()));
        return byTeam.entrySet().stream()
                .map(entry -> TeamVelocity.of(entry.getKey(), entry.getValue()))
                .toList();
    }

    private record SprintOfATeam(TeamReference team, FinishedSprint sprint) {}

    private static SprintOfATeam sprintOfATeam(RowView row) {
        return new SprintOfATeam(
                new TeamReference(
                        row.getColumn("team_id", UUID.class),
                        row.getColumn("team_name", String.class)),
                new FinishedSprint(
                        row.getColumn("id", UUID.class),
                        row.getColumn("name", String.class),
                        row.getColumn("ended_at", Instant.class),
                        row.getColumn("planned_points", BigDecimal.class),
                        row.getColumn("completed_points", BigDecimal.class),
                        row.getColumn("planned_items", Integer.class),
                        row.getColumn("completed_items", Integer.class)));
    }
}
