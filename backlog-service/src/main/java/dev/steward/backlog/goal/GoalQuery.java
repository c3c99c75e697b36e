package dev.steward.backlog.goal;

import dev.steward.platform.access.Person;
import dev.steward.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.result.RowView;
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

    private final Database database;

    GoalQuery(Database database) {
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
        return database.query(
                sql,
                query -> query.bindMap(parameters).bind("most", limit).map(GoalQuery::goal).list());
    }

    private static GoalView goal(RowView row) {
        return new GoalView(
                row.getColumn("id", UUID.class),
                row.getColumn("product", UUID.class),
                row.getColumn("title", String.class),
                row.getColumn("description", String.class),
                row.getColumn("target_date", LocalDate.class),
                row.getColumn("measure", String.class),
                GoalStatus.valueOf(row.getColumn("status", String.class)),
                row.getColumn("created_at", Instant.class),
                Person.of(row, "created_by", "creator"),
                row.getColumn("activated_at", Instant.class),
                row.getColumn("ended_at", Instant.class),
                row.getColumn("reason", String.class),
                row.getColumn("version", Long.class));
    }
}
