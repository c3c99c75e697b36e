package dev.steward.backlog.order;

import dev.steward.platform.messaging.Aggregate;
import dev.steward.platform.messaging.Snapshots;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/// What a republish says of an order: all ranks, in parts that fit into an event. Each rank has its
/// own version, because the parts share the order's.
@ApplicationScoped
class OrderSnapshots implements Snapshots {

    /// @param version of the order's event that brought the item here; 0 since birth
    record RankOfItem(UUID id, String rank, long version) {}

    record State(long orderVersion, int part, int parts, List<RankOfItem> ranks) {}

    private record Order(UUID productId, long orderVersion, long version, int parts) {}

    private record Part(int number, List<RankOfItem> ranks) {}

    private static final String ORDERS =
            """
            select r.product_id, coalesce(max(o.order_version), 0), coalesce(max(o.version), 0), count(*)
            from item_rank r left join product_order o on o.product_id = r.product_id
            where (cast(:product as uuid) is null or r.product_id = :product)
            group by r.product_id order by r.product_id
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

    @Override
    public Stream<Snapshot> of(@Nullable UUID productId) {
        return orders(productId).stream()
                .flatMap(order -> parts(order).map(part -> snapshot(order, part)));
    }

    private List<Order> orders(@Nullable UUID productId) {
        return database
                .createNativeQuery(ORDERS, Tuple.class)
                .setParameter("product", productId)
                .getResultList()
                .stream()
                .map(row ->
                        new Order(
                                row.get(0, UUID.class),
                                row.get(1, Number.class).longValue(),
                                row.get(2, Number.class).longValue(),
                                Math.ceilDiv(
                                        row.get(3, Number.class).intValue(),
                                        OrderChanged.MOST_MOVES)))
                .toList();
    }

    private Stream<Part> parts(Order order) {
        return Stream.iterate(
                new Part(1, behind(order, "")),
                part -> !part.ranks().isEmpty(),
                part -> new Part(part.number() + 1, behind(order, part.ranks().getLast().rank())));
    }

    private List<RankOfItem> behind(Order order, String rank) {
        return database
                .createNativeQuery(PART, Tuple.class)
                .setParameter("product", order.productId())
                .setParameter("behind", rank)
                .setParameter("most", OrderChanged.MOST_MOVES)
                .getResultList()
                .stream()
                .map(row ->
                        new RankOfItem(
                                row.get(0, UUID.class),
                                row.get(1, String.class),
                                row.get(2, Number.class).longValue()))
                .toList();
    }

    private static Snapshot snapshot(Order order, Part part) {
        return new Snapshot(
                order.productId(),
                new Aggregate(OrderChanged.AGGREGATE, order.productId(), order.version()),
                new State(order.orderVersion(), part.number(), order.parts(), part.ranks()));
    }
}
