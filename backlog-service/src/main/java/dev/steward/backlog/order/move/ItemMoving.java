package dev.steward.backlog.order.move;

import dev.steward.backlog.order.OrderOutcome;
import dev.steward.backlog.order.OrderOutcome.PlacedItem;
import dev.steward.backlog.order.OrderableItems;
import dev.steward.backlog.order.ProductOrders;
import dev.steward.backlog.order.move.OrderRequest.OrderMove;
import dev.steward.platform.access.Grant;
import dev.steward.platform.messaging.store.EventStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Moving items in the order on request of a user.
@ApplicationScoped
class ItemMoving {

    /// A checked request to move items.
    ///
    /// @param moves by their JSON Pointer in the request
    /// @param orderVersion the version that the caller has seen; null: not checked
    /// @param withPositions whether the answer has positions
    record MoveCommand(
            Map<String, OrderMove> moves, @Nullable Long orderVersion, boolean withPositions) {}

    private final ProductOrders orders;
    private final MoveExecutor moveExecutor;
    private final OrderableItems items;
    private final EventStore events;

    ItemMoving(
            ProductOrders orders,
            MoveExecutor moveExecutor,
            OrderableItems items,
            EventStore events) {
        this.orders = orders;
        this.moveExecutor = moveExecutor;
        this.items = items;
        this.events = events;
    }

    /// Applies the moves one after the other, all or none. A request that moves nothing changes
    /// neither the version nor the history.
    @Transactional
    OrderOutcome move(Grant grant, MoveCommand command) {
        var order = orders.lock(grant.productId());
        order.checkVersion(command.orderVersion());
        var result = moveExecutor.execute(grant, command.moves(), order.nextVersion());
        events.append(grant.by(), order.changed(result.asReorder()));
        var positions =
                command.withPositions()
                        ? items.positions(grant.productId(), result.items())
                        : Map.<UUID, Long>of();
        return new OrderOutcome(order.orderVersion(), placed(result, positions));
    }

    private static List<PlacedItem> placed(MoveResult result, Map<UUID, Long> positions) {
        return result.items().stream()
                .map(id -> new PlacedItem(id, result.rankOf(id).key(), positions.get(id)))
                .sorted(Comparator.comparing(PlacedItem::rank))
                .toList();
    }
}
