package dev.steward.backlog.item.list;

import dev.steward.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// Reads a page of items with their ranks and scores by one statement.
@ApplicationScoped
class ItemListQuery {

    /// Columns of item `i`, its rank `r`, score `s`, work `w`, release `x` and goal `g`.
    static final String COLUMNS =
            """
            select i.id as id, i.key as key, i.number as number, i.type as type, i.title as title,
                %s as description, i.labels as labels,
                g.id as goal, g.title as goal_title,
                i.estimate as estimate, i.status as status, w.status as work_status,
                x.status is not distinct from 'RELEASED' as released,
                jsonb_array_length(i.acceptance_criteria) as criteria,
                (select count(*) from jsonb_array_elements(i.acceptance_criteria) c
                    where not cast(c ->> 'met' as boolean)) as open_criteria,
                r.rank as rank, s.score as score, s.coverage as coverage,
                coalesce(s.telling, false) as telling, coalesce(s.sort_score, -1) as sort_score,
                i.created_at as created_at, i.version as version
            """;

    private static final String ROWS =
            COLUMNS
                    + """
                    from item i join item_rank r on r.item_id = i.id left join item_score s on s.item_id = i.id
                        left join item_work w on w.id = i.id left join item_release x on x.item_id = i.id
                        left join goal g on g.id = i.goal_id
                    where %s.product_id = :product%s%s
                    order by %s limit :limit
                    """;

    private static final String COUNT =
            """
            select count(*) from item i left join item_work w on w.id = i.id
                left join item_release x on x.item_id = i.id
            where i.product_id = :product%s
            """;

    private final Database database;

    ItemListQuery(Database database) {
        this.database = database;
    }

    List<ItemRow> page(ItemListing listing, int limit) {
        return database.query(
                sql(listing),
                query ->
                        listing.bindKeys(listing.bindFilter(query))
                                .bind("limit", limit)
                                .map((row, _) -> ItemRow.of(row))
                                .list());
    }

    long count(ItemListing listing) {
        return database.query(
                COUNT.formatted(listing.filter().condition()),
                query -> listing.bindFilter(query).mapTo(Long.class).one());
    }

    private static String sql(ItemListing listing) {
        var sort = listing.sort();
        return ROWS.formatted(
                listing.withDescription() ? "i.description" : "cast(null as text)",
                sort.table(),
                listing.filter().condition(),
                listing.behind().isEmpty() ? "" : " and " + sort.behind(),
                sort.order());
    }
}
