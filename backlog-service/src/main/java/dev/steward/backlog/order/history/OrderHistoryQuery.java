package dev.steward.backlog.order.history;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.steward.backlog.item.ItemReference;
import dev.steward.backlog.order.Reorder;
import dev.steward.backlog.order.history.OrderHistoryEntry.OrderHistoryMove;
import dev.steward.platform.access.Person;
import dev.steward.platform.database.Database;
import dev.steward.platform.database.SqlArray;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.result.RowView;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/// Reads the history of an order from its events: who moved what, when and why.
@ApplicationScoped
class OrderHistoryQuery {

    private static final int MAX_MOVES_SHOWN = 20;

    /// A large change has several events; the first one stands for all. Each moved item is in one
    /// of them.
    private static final String CHANGES =
            """
            select e.version as version, cast(e.state ->> 'orderVersion' as bigint) as order_version,
                e.change ->> 'kind' as kind, e.at as at, e.reason as reason,
                cast(e.change ->> 'count' as bigint) as count,
                e.actor as actor, a.name as actor_name, e.on_behalf_of as other, o.name as other_name
            from event e
            left join person a on a.subject = e.actor
            left join person o on o.subject = e.on_behalf_of
            where e.aggregate_type = 'order' and e.aggregate_id = :product and e.version < :before
                and e.change ->> 'kind' <> 'SPREAD' and %s
            order by e.version desc limit :most
            """;

    private static final String FIRST_PART = "e.change ->> 'part' = '1'";

    private static final String OF_ITEM =
            """
            jsonb_path_query_array(e.change, '$.moves[*] ? (!exists(@.madeRoom)).id')
                @> jsonb_build_array(cast(:item as text))
            """;

    private static final String MOVES =
            """
            select e.version as version, i.id as id, i.key as key, i.title as title,
                m.origin as origin, m.target as target
            from unnest(:versions) as asked (version)
            cross join lateral (
                select version, change from event
                where aggregate_type = 'order' and aggregate_id = :product and version = asked.version offset 0) e
            cross join lateral (
                select cast(move ->> 'id' as uuid) as item, move ->> 'from' as origin, move ->> 'to' as target,
                    place
                from jsonb_array_elements(e.change -> 'moves') with ordinality as moves (move, place)
                where move -> 'madeRoom' is null %s
                order by place limit :shown) m
            join item i on i.id = m.item
            order by e.version, m.place
            """;

    private static final String ONLY_ITEM = "and move ->> 'id' = cast(:item as text)";

    /// A change, as its first or only event records it.
    ///
    /// @param version version of the order's aggregate, by which pages continue
    record Entry(long version, OrderHistoryEntry reorder) {

        private Entry with(List<OrderHistoryMove> moves) {
            return new Entry(version, reorder.with(moves));
        }
    }

    private final Database database;

    OrderHistoryQuery(Database database) {
        this.database = database;
    }

    /// The newest first, by two statements.
    ///
    /// @param item only changes that moved this item; null for all
    /// @param before only versions smaller than this
    List<Entry> page(UUID productId, @Nullable UUID item, long before, int limit) {
        var changes =
                database.query(
                        CHANGES.formatted(item == null ? FIRST_PART : OF_ITEM),
                        query ->
                                bindItem(query, item)
                                        .bind("product", productId)
                                        .bind("before", before)
                                        .bind("most", limit)
                                        .map(OrderHistoryQuery::entry)
                                        .list());
        var moves = moves(productId, item, changes);
        return changes.stream()
                .map(change -> change.with(moves.getOrDefault(change.version(), List.of())))
                .toList();
    }

    private Map<Long, List<OrderHistoryMove>> moves(
            UUID productId, @Nullable UUID item, List<Entry> changes) {
        return database.query(
                MOVES.formatted(item == null ? "" : ONLY_ITEM),
                query ->
                        bindItem(query, item)
                                .bind("product", productId)
                                .bind("shown", MAX_MOVES_SHOWN)
                                .bind(
                                        "versions",
                                        SqlArray.bigints(
                                                changes.stream().map(Entry::version).toList()))
                                .collectRows(
                                        groupingBy(
                                                row -> row.getColumn("version", Long.class),
                                                mapping(OrderHistoryQuery::move, toList()))));
    }

    private static Query bindItem(Query query, @Nullable UUID item) {
        return item == null ? query : query.bind("item", item.toString());
    }

    private static OrderHistoryMove move(RowView row) {
        return new OrderHistoryMove(
                new ItemReference(
                        row.getColumn("id", UUID.class),
                        row.getColumn("key", String.class),
                        row.getColumn("title", String.class)),
                row.getColumn("origin", String.class),
                row.getColumn("target", String.class));
    }

    private static Entry entry(RowView row) {
        return new Entry(
                row.getColumn("version", Long.class),
                new OrderHistoryEntry(
                        row.getColumn("order_version", Long.class),
                        row.getColumn("kind", Reorder.Kind.class),
                        row.getColumn("at", Instant.class),
                        Person.of(row, "actor", "actor_name"),
                        Person.orNull(row, "other", "other_name"),
                        row.getColumn("reason", String.class),
                        row.getColumn("count", Long.class),
                        List.of()));
    }
}
