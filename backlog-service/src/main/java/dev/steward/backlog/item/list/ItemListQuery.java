package dev.steward.backlog.item.list;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/// Reads a page of items with their ranks and scores by one statement.
@ApplicationScoped
class ItemListQuery {

    /// Columns of item `i`, its rank `r`, score `s`, work `w`, release `x` and goal `g`.
    static final String COLUMNS =
            """
            select i.id as id, i.key as key, i.number as number, i.type as type, i.title as title,
                %s as description, array_to_string(i.labels, chr(31)) as labels,
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
                    order by %s
                    """;

    private static final String COUNT =
            """
            select count(*) from item i left join item_work w on w.id = i.id
                left join item_release x on x.item_id = i.id
            where i.product_id = :product%s
            """;

    private final EntityManager database;

    ItemListQuery(EntityManager database) {
        this.database = database;
    }

    List<ItemRow> page(ItemListing listing, int limit) {
        var query = database.createNativeQuery(sql(listing), Tuple.class);
        bindFilter(query, listing);
        bindKeys(query, listing);
        List<?> rows = query.setMaxResults(limit).getResultList();
        return rows.stream().map(Tuple.class::cast).map(ItemRow::of).toList();
    }

    long count(ItemListing listing) {
        var query =
                database.createNativeQuery(
                        COUNT.formatted(listing.filter().condition()), Long.class);
        bindFilter(query, listing);
        return (Long) query.getSingleResult();
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

    static void bindFilter(Query query, ItemListing listing) {
        query.setParameter("product", listing.productId());
        listing.filter()
                .values()
                .forEach((name, values) -> query.setParameter(name, array(values)));
    }

    static void bindKeys(Query query, ItemListing listing) {
        for (var i = 0; i < listing.behind().size(); i++) {
            query.setParameter("key" + (i + 1), listing.behind().get(i));
        }
    }

    /// For `string_to_array`: no value needs escaping.
    private static String array(Collection<?> values) {
        return values.stream().map(String::valueOf).collect(Collectors.joining(ItemRow.SEPARATOR));
    }
}
