package dev.steward.backlog.item.list;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The sort orders of an item list. Each ends in a unique column, so that the next page begins
/// exactly after the last row, and each has an index.
enum ItemSort {
    RANK("rank", "r", "r.rank", "r.rank > :key1", SortKey.RANK),
    SCORE(
            "-score",
            "s",
            "s.sort_score desc, s.item_id",
            """
            s.sort_score <= :key1 and (s.sort_score < :key1 or s.item_id > :key2)
            """,
            SortKey.SCORE,
            SortKey.ID),
    OLDEST(
            "createdAt",
            "i",
            "i.created_at, i.id",
            "(i.created_at, i.id) > (:key1, :key2)",
            SortKey.CREATED,
            SortKey.ID),
    NEWEST(
            "-createdAt",
            "i",
            "i.created_at desc, i.id desc",
            "(i.created_at, i.id) < (:key1, :key2)",
            SortKey.CREATED,
            SortKey.ID),
    NUMBER("number", "i", "i.number", "i.number > :key1", SortKey.NUMBER),
    NUMBER_DOWN("-number", "i", "i.number desc", "i.number < :key1", SortKey.NUMBER);

    private final String parameter;
    private final String table;
    private final String order;
    private final String behind;
    private final List<SortKey> keys;

    ItemSort(String parameter, String table, String order, String behind, SortKey... keys) {
        this.parameter = parameter;
        this.table = table;
        this.order = order;
        this.behind = behind;
        this.keys = List.of(keys);
    }

    static Optional<ItemSort> named(String parameter) {
        return Stream.of(values()).filter(sort -> sort.parameter.equals(parameter)).findFirst();
    }

    static List<String> parameters() {
        return Stream.of(values()).map(sort -> sort.parameter).toList();
    }

    /// Table whose index (product first) has this order: item `i`, rank `r` or score `s`.
    String table() {
        return table;
    }

    /// Column with the item's id in that table.
    String id() {
        return table.equals("i") ? "i.id" : table + ".item_id";
    }

    /// SQL after `order by`, over these tables.
    String order() {
        return order;
    }

    /// SQL condition for the rows after the keys `:key1`, `:key2`.
    String behind() {
        return behind;
    }

    /// Values of `:key1`, `:key2` for the rows after this one.
    List<Object> keysOf(ItemRow row) {
        return keys.stream().map(key -> key.read(key.write(row))).toList();
    }

    List<SortKey> keys() {
        return keys;
    }
}
