package dev.steward.sprint.velocity;

import dev.steward.sprint.team.TeamReference;
import dev.steward.sprint.velocity.TeamVelocity.FinishedSprint;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
                where s.product_id = ?1 and s.status = 'CLOSED' and (cast(?2 as uuid) is null or s.team_id = ?2)) last
            where back <= ?3 order by lower(team_name), team_id, back desc
            """;

    private final EntityManager database;

    VelocityQuery(EntityManager database) {
        this.database = database;
    }

    /// @param team null for all teams
    /// @param last the maximum number of sprints of each team
    List<TeamVelocity> of(UUID product, @Nullable UUID team, int last) {
        List<?> rows =
                database.createNativeQuery(FINISHED, Tuple.class)
                        .setParameter(1, product)
                        .setParameter(2, team)
                        .setParameter(3, last)
                        .getResultList();
        Map<TeamReference, List<FinishedSprint>> byTeam = new LinkedHashMap<>();
        rows.stream()
                .map(Tuple.class::cast)
                .forEach(row ->
                        byTeam.computeIfAbsent(team(row), _ -> new ArrayList<>())
                                .add(finished(row)));
        return byTeam.entrySet().stream()
                .map(entry -> TeamVelocity.of(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static TeamReference team(Tuple row) {
        return new TeamReference(
                row.get("team_id", UUID.class), row.get("team_name", String.class));
    }

    private static FinishedSprint finished(Tuple row) {
        return new FinishedSprint(
                row.get("id", UUID.class),
                row.get("name", String.class),
                row.get("ended_at", Instant.class),
                row.get("planned_points", BigDecimal.class),
                row.get("completed_points", BigDecimal.class),
                row.get("planned_items", Integer.class),
                row.get("completed_items", Integer.class));
    }
}
