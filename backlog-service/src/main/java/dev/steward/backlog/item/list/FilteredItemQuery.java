package dev.steward.backlog.item.list;

import dev.steward.platform.database.Database;
import dev.steward.platform.database.SqlArray;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.generic.GenericType;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/// Finds items of a filtered list with statements that read a bounded number of rows each.
/// PostgreSQL estimates wrongly how many rows pass a filter and where in the list they are, so
/// these statements fix the plan (`offset 0`, lateral joins, [#readOnlyByIndexes]).
@ApplicationScoped
class FilteredItemQuery {

    /// Joins of a candidate `c`, each by its key.
    private static final Map<String, String> JOINS =
            new TreeMap<>(
                    Map.of(
                            "i.",
                            " cross join lateral (select * from item where id = c.id offset 0) i",
                            "r.",
                            " cross join lateral (select * from item_rank where item_id = c.id offset 0) r",
                            "s.",
                            " left join lateral (select * from item_score where item_id = c.id offset 0) s on true",
                            "w.",
                            " left join lateral (select * from item_work where id = c.id offset 0) w on true",
                            "x.",
                            " left join lateral (select * from item_release where item_id = c.id offset 0) x on true"));

    private static final String ROWS =
            ItemListQuery.COLUMNS.formatted("cast(null as text)")
                    + " from (%s) c "
                    + String.join("", JOINS.values())
                    + """
                     left join lateral (select id, title from goal where id = i.goal_id offset 0) g on true
                    order by %s
                    """;

    private static final String MATCHES =
            "select c.id from (%s) c %s where %s order by %s limit :limit";

    /// The next items of the list without its filter.
    private static final String NEXT =
            "select %s as id from %s where %s.product_id = :product %s order by %s %s";

    private static final Map<String, String> TABLES =
            Map.of("i", "item i", "r", "item_rank r", "s", "item_score s");

    private static final String ONLY_INDEXES =
            """
            select count(set_config(setting, 'off', true)) from unnest(array[
                'enable_seqscan', 'enable_bitmapscan', 'enable_sort', 'enable_incremental_sort']) as setting
            """;

    private static final String DESCRIPTIONS =
            """
            select id, description from item where id = any (:ids) and description is not null
            """;

    private final Database database;

    FilteredItemQuery(Database database) {
        this.database = database;
    }

    /// Until the transaction ends, PostgreSQL reads the index that has the order of a statement,
    /// and stops. By itself it would sometimes read all rows of a value, or of the table, and sort
    /// them: it guesses how many there are, and knows nothing of a product that has just been
    /// imported.
    void readOnlyByIndexes() {
        database.query(ONLY_INDEXES, query -> query.mapTo(Long.class).one());
    }

    /// The filter that the fewest items pass.
    ///
    /// @param few at most so many items
    /// @return SQL of their ids; empty when more items pass each of the filters
    Optional<String> mostSelective(ItemListing listing, int few) {
        var candidateQueries = listing.filter().candidateQueries();
        var sql =
                candidateQueries.stream()
                        .map(
                                "(select count(*) from (select from (%s) way limit :few) found)"
                                        ::formatted)
                        .collect(Collectors.joining(", ", "select array[", "]"));
        var counts =
                database.query(
                        sql,
                        query ->
                                listing.bindFilter(query)
                                        .bind("few", few + 1)
                                        .mapTo(new GenericType<List<Long>>() {})
                                        .one());
        var least = Collections.min(counts);
        return least > few
                ? Optional.empty()
                : Optional.of(candidateQueries.get(counts.indexOf(least)));
    }

    /// @param way SQL of the ids of few items
    List<ItemRow> among(ItemListing listing, String way, int few, int limit) {
        var ids = "select distinct id from (" + way + " limit :few) way";
        return matches(listing, ids, behind(listing), Map.of("few", few + 1, "limit", limit));
    }

    /// The items that pass the filter among the next ones of the unfiltered list.
    ///
    /// @param most number of items that are read
    List<ItemRow> amongNext(ItemListing listing, int most, int limit) {
        var ids = next(listing, "limit :most");
        return matches(listing, ids, "", Map.of("most", most, "limit", limit));
    }

    private List<ItemRow> matches(
            ItemListing listing, String ids, String behind, Map<String, Integer> limits) {
        var order = listing.sort().order();
        var condition = "i.product_id = :product" + listing.filter().condition() + behind;
        var matches = MATCHES.formatted(ids, joins(condition + " " + order), condition, order);
        return database.query(
                ROWS.formatted(matches, order),
                query -> rows(listing.bindKeys(listing.bindFilter(query)).bindMap(limits)));
    }

    /// Only the joins whose columns occur in the SQL.
    private static String joins(String sql) {
        return JOINS.entrySet().stream()
                .filter(table -> sql.contains(table.getKey()))
                .map(Map.Entry::getValue)
                .collect(Collectors.joining());
    }

    /// The last item that [#amongNext] reads, whether it passes the filter or not; null when the
    /// list ends before.
    @Nullable ItemRow lastOfNext(ItemListing listing, int most) {
        var sql = ROWS.formatted(next(listing, "offset :most limit 1"), listing.sort().order());
        var rows =
                database.query(
                        sql,
                        query ->
                                rows(
                                        listing.bindKeys(query)
                                                .bind("product", listing.productId())
                                                .bind("most", most - 1)));
        return rows.isEmpty() ? null : rows.getFirst();
    }

    private static String next(ItemListing listing, String bound) {
        var sort = listing.sort();
        return NEXT.formatted(
                sort.id(),
                TABLES.get(sort.table()),
                sort.table(),
                behind(listing),
                sort.order(),
                bound);
    }

    private static String behind(ItemListing listing) {
        return listing.behind().isEmpty() ? "" : " and " + listing.sort().behind();
    }

    private static List<ItemRow> rows(Query query) {
        return query.map((row, _) -> ItemRow.of(row)).list();
    }

    /// The same rows with their descriptions.
    List<ItemRow> withDescriptions(List<ItemRow> rows) {
        var descriptions =
                database.query(
                        DESCRIPTIONS,
                        query ->
                                query.bind(
                                                "ids",
                                                SqlArray.uuids(
                                                        rows.stream().map(ItemRow::id).toList()))
                                        .setMapKeyColumn("id")
                                        .setMapValueColumn("description")
                                        .collectInto(new GenericType<Map<UUID, String>>() {}));
        return rows.stream().map(row -> row.with(descriptions.get(row.id()))).toList();
    }
}
