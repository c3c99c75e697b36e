package dev.steward.backlog.order;

import dev.steward.platform.database.Database;
import dev.steward.platform.messaging.republish.SnapshotSource;
import dev.steward.platform.messaging.store.Aggregate;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Snapshots of an order for a republish: all ranks, in parts that fit into an event. Each rank has
/// its own version, because the parts share that of the order.
@ApplicationScoped
class OrderSnapshots implements SnapshotSource {

    /// @param version version of the order's event that changed the rank last; 0 for a first rank
    record RankOfItem(UUID id, String rank, long version) {}

    record State(long orderVersion, int part, int parts, List<RankOfItem> ranks) {}

    private record Order(long orderVersion, long version, int parts) {}

    private static final String ORDER =
            """
            select coalesce(max(o.order_version), 0) as order_version, coalesce(max(o.version), 0) as version,
                count(*) as ranks
            from item_rank r left join product_order o on o.product_id = r.product_id where r.product_id = :product
            """;

    private static final String PART =
            """
            select item_id, rank, version from item_rank where product_id = :product and rank > :behind
            order by rank limit :most
            """;

    private final Database database;

    OrderSnapshots(Database database) {
        this.database = database;
    }

    @Override
    public String aggregateType() {
        return OrderChanged.AGGREGATE;
    }

    /// A page is a part; its position is the number of the part and the last rank before it.
    @Override
    public Page page(UUID productId, @Nullable String position) {
        var number =
                position == null
                        ? 1
                        : Integer.parseInt(position.substring(0, position.indexOf(' ')));
        var behind = position == null ? "" : position.substring(position.indexOf(' ') + 1);
        var ranks = behind(productId, behind);
        if (ranks.isEmpty()) {
            return new Page(List.of(), null);
        }
        return new Page(
                List.of(snapshot(productId, order(productId), number, ranks)),
                (number + 1) + " " + ranks.getLast().rank());
    }

    private Order order(UUID productId) {
        return database.query(
                ORDER,
                query ->
                        query.bind("product", productId)
                                .map(row ->
                                        new Order(
                                                row.getColumn("order_version", Long.class),
                                                row.getColumn("version", Long.class),
                                                Math.ceilDiv(
                                                        row.getColumn("ranks", Integer.class),
                                                        OrderChanged.MAX_MOVES)))
                                .one());
    }

    private List<RankOfItem> behind(UUID productId, String rank) {
        return database.query(
                PART,
                query ->
                        query.bind("product", productId)
                                .bind("behind", rank)
                                .bind("most", OrderChanged.MAX_MOVES)
                                .map(row ->
                                        new RankOfItem(
                                                row.getColumn("item_id", UUID.class),
                                                row.getColumn("rank", String.class),
                                                row.getColumn("version", Long.class)))
                                .list());
    }

    private static Snapshot snapshot(
            UUID productId, Order order, int number, List<RankOfItem> ranks) {
        return new Snapshot(
                new Aggregate(OrderChanged.AGGREGATE, productId, order.version()),
                new State(order.orderVersion(), number, order.parts(), ranks));
    }
}
