package dev.steward.backlog.order;

import dev.steward.platform.messaging.republish.SnapshotSource;
import dev.steward.platform.messaging.store.Aggregate;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
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
            select coalesce(max(o.order_version), 0), coalesce(max(o.version), 0), count(*)
            from item_rank r left join product_order o on o.product_id = r.product_id where r.product_id = :product
            """;

    private static final String PART =
            """
            select item_id, rank, version from item_rank where product_id = :product and rank > :behind
            order by rank limit :most
            """;

    private final Session database;

    OrderSnapshots(Session database) {
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
        var row =
                database.createNativeQuery(ORDER, Tuple.class)
                        .setParameter("product", productId)
                        .getSingleResult();
        return new Order(
                row.get(0, Number.class).longValue(),
                row.get(1, Number.class).longValue(),
                Math.ceilDiv(row.get(2, Number.class).intValue(), OrderChanged.MAX_MOVES));
    }

    private List<RankOfItem> behind(UUID productId, String rank) {
        return database
                .createNativeQuery(PART, Tuple.class)
                .setParameter("product", productId)
                .setParameter("behind", rank)
                .setParameter("most", OrderChanged.MAX_MOVES)
                .getResultList()
                .stream()
                .map(row ->
                        new RankOfItem(
                                row.get(0, UUID.class),
                                row.get(1, String.class),
                                row.get(2, Number.class).longValue()))
                .toList();
    }

    private static Snapshot snapshot(
            UUID productId, Order order, int number, List<RankOfItem> ranks) {
        return new Snapshot(
                new Aggregate(OrderChanged.AGGREGATE, productId, order.version()),
                new State(order.orderVersion(), number, order.parts(), ranks));
    }
}
