package dev.steward.backlog.order;

import static dev.steward.backlog.order.rank.Ranks.OPEN;

import dev.steward.platform.database.Database;
import dev.steward.platform.database.SqlArray;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.generic.GenericType;
import org.jspecify.annotations.Nullable;

/// The items of a product as the order needs them. Only open items are in the visible order and
/// have a position.
@ApplicationScoped
public class OrderableItems {

    /// @param open neither dropped nor a duplicate
    public record OrderableItem(UUID id, long number, boolean open) {}

    /// Looks up each id and number separately (`offset 0` enforces it). PostgreSQL would otherwise
    /// read the few rows that it expects of a product and search all names for each.
    private static final String NAMED =
            """
            select i.id, i.number, i.open from unnest(:ids) as named (id) cross join lateral (
                select i.id, i.number, i.product_id, %1$s as open from item i
                where i.id = named.id offset 0) i
            where i.product_id = :product
            union
            select i.* from unnest(:numbers) as named (number) cross join lateral (
                select i.id, i.number, %1$s as open from item i
                where i.product_id = :product and i.number = named.number offset 0) i
            """
                    .formatted(OPEN);

    /// Counts only down to the lowest of the items. `is true` makes PostgreSQL keep the ids in a
    /// hash table.
    private static final String POSITIONS =
            """
            select item_id, position from (
                select r.item_id, row_number() over (order by r.rank) as position
                from item_rank r join item i on i.id = r.item_id
                where r.product_id = :product and %s and r.rank <= (
                    select max(l.rank) from unnest(:items) as named (id)
                    join item_rank l on l.item_id = named.id)) counted
            where (item_id in (select unnest(:items))) is true
            """
                    .formatted(OPEN);

    private static final String NEIGHBOUR =
            """
            select r.item_id from item_rank r join item i on i.id = r.item_id
            where r.product_id = :product and %s
                and r.rank %s (select a.rank from item_rank a where a.item_id = :item)
            order by r.rank %s limit 1
            """;

    private static final String COUNT_UP_TO =
            "select count(*) from (select from item_rank where product_id = :product limit :most)"
                    + " counted";

    private static final String LAST_NUMBER =
            "select coalesce(max(number), 0) from item where product_id = :product";

    private final Database database;

    OrderableItems(Database database) {
        this.database = database;
    }

    public List<OrderableItem> named(UUID productId, Collection<ItemIdOrNumber> names) {
        var ids =
                names.stream()
                        .flatMap(name ->
                                name instanceof ItemIdOrNumber.ById(UUID id) ? Stream.of(id) : null)
                        .toList();
        var numbers =
                names.stream()
                        .flatMap(name ->
                                name instanceof ItemIdOrNumber.ByNumber(long number)
                                        ? Stream.of(number)
                                        : null)
                        .toList();
        return database.query(
                NAMED,
                query ->
                        query.bind("product", productId)
                                .bind("ids", SqlArray.uuids(ids))
                                .bind("numbers", SqlArray.bigints(numbers))
                                .map(row ->
                                        new OrderableItem(
                                                row.getColumn("id", UUID.class),
                                                row.getColumn("number", Long.class),
                                                row.getColumn("open", Boolean.class)))
                                .list());
    }

    /// Positions among the open items of the product, from 1.
    public Map<UUID, Long> positions(UUID productId, Collection<UUID> items) {
        return database.query(
                POSITIONS,
                query ->
                        query.bind("product", productId)
                                .bind("items", SqlArray.uuids(items))
                                .setMapKeyColumn("item_id")
                                .setMapValueColumn("position")
                                .collectInto(new GenericType<Map<UUID, Long>>() {}));
    }

    public @Nullable UUID directlyBelow(UUID productId, UUID item) {
        return neighbour(NEIGHBOUR.formatted(OPEN, ">", "asc"), productId, item);
    }

    public @Nullable UUID directlyAbove(UUID productId, UUID item) {
        return neighbour(NEIGHBOUR.formatted(OPEN, "<", "desc"), productId, item);
    }

    private @Nullable UUID neighbour(String sql, UUID productId, UUID item) {
        return database.query(
                sql,
                query ->
                        query.bind("product", productId)
                                .bind("item", item)
                                .mapTo(UUID.class)
                                .findOne()
                                .orElse(null));
    }

    public boolean areMoreThan(UUID productId, int count) {
        return database.query(
                        COUNT_UP_TO,
                        query ->
                                query.bind("product", productId)
                                        .bind("most", count + 1)
                                        .mapTo(Integer.class)
                                        .one())
                > count;
    }

    /// The highest item number of the product; 0 without items.
    public long lastNumber(UUID productId) {
        return database.query(
                LAST_NUMBER, query -> query.bind("product", productId).mapTo(Long.class).one());
    }
}
