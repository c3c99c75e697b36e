package dev.steward.backlog.goal;

import dev.steward.platform.access.Person;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/// Reads goals.
@ApplicationScoped
class GoalQuery {

    private static final String GOALS =
            """
            select g.id as id, g.product_id as product, g.title as title, %s as description,
                g.target_date as target_date, g.measure as measure, g.status as status,
                g.created_at as created_at, g.created_by as created_by, n.name as creator,
                g.activated_at as activated_at, g.ended_at as ended_at, g.reason as reason, g.version as version
            from goal g left join person n on n.subject = g.created_by
            where %s order by g.id desc limit :most
            """;
    private static final String LISTED =
            "g.product_id = :product and g.id < :behind and g.status = any"
                    + " (string_to_array(:statuses, ','))";
    private static final UUID BEHIND_ALL = new UUID(-1, -1);

    private final Session database;

    GoalQuery(Session database) {
        this.database = database;
    }

    /// One page of a goal list as requested, newest first.
    ///
    /// @param behind last goal of the page before; null for the first page
    record Listing(
            UUID productId,
            Set<GoalStatus> statuses,
            boolean withDescription,
            @Nullable UUID behind) {}

    List<GoalView> page(Listing listing, int limit) {
        var statuses =
                listing.statuses().stream().map(GoalStatus::name).collect(Collectors.joining(","));
        return goals(
                GOALS.formatted(
                        listing.withDescription() ? "g.description" : "cast(null as text)", LISTED),
                Map.of(
                        "product",
                        listing.productId(),
                        "behind",
                        listing.behind() == null ? BEHIND_ALL : listing.behind(),
                        "statuses",
                        statuses),
                limit);
    }

    /// @throws GoalNotFound when there is none
    GoalView one(UUID id) {
        return goals(GOALS.formatted("g.description", "g.id = :id"), Map.of("id", id), 1).stream()
                .findFirst()
                .orElseThrow(GoalNotFound::new);
    }

    private List<GoalView> goals(String sql, Map<String, Object> parameters, int limit) {
        var query = database.createNativeQuery(sql, Tuple.class).setParameter("most", limit);
        parameters.forEach(query::setParameter);
        return query.getResultList().stream().map(GoalQuery::goal).toList();
    }

    private static GoalView goal(Tuple row) {
        return new GoalView(
                row.get("id", UUID.class),
                row.get("product", UUID.class),
                row.get("title", String.class),
                row.get("description", String.class),
                row.get("target_date", LocalDate.class),
                row.get("measure", String.class),
                GoalStatus.valueOf(row.get("status", String.class)),
                row.get("created_at", Instant.class),
                new Person(row.get("created_by", String.class), row.get("creator", String.class)),
                row.get("activated_at", Instant.class),
                row.get("ended_at", Instant.class),
                row.get("reason", String.class),
                row.get("version", Long.class));
    }
}
