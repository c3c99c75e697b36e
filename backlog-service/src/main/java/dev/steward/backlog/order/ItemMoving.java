package dev.steward.backlog.order;

import dev.steward.backlog.order.OrderRequest.OrderMove;
import dev.steward.platform.access.Grant;
import dev.steward.platform.messaging.store.EventStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Moving items in the order on request of a user.
@ApplicationScoped
class ItemMoving {

    /// Result of the request.
    ///
    /// @param moved the named items and those that made room, by rank
    @Schema(name = "OrderOutcome")
    record Outcome(
            @Schema(
                            description =
                                    "Version of the order after the request. Unchanged when nothing moved.")
                    long orderVersion,
            @Schema(
                            description =
                                    "All items that were named and those that got another rank to make room, by"
                                            + " rank. Update their ranks in your list.")
                    List<PlacedItem> moved) {}

    @Schema(name = "PlacedItem")
    record PlacedItem(
            @Schema(description = "Id of the item.") UUID id,
            @Schema(
                            description =
                                    "Place in the order. Compare ranks as bytes (plain string comparison, no"
                                            + " locale): the smaller rank stands above. The text has no other meaning and"
                                            + " changes when the item moves.")
                    String rank,
            @Schema(
                            description =
                                    "Position among the open items, 1 is the top. Null unless the request had"
                                            + " `include=position`.")
                    @Nullable Long position) {}

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
    Outcome move(Grant grant, MoveCommand command) {
        var order = orders.lock(grant.productId());
        order.checkVersion(command.orderVersion());
        var result = moveExecutor.execute(grant, command.moves(), order.nextVersion());
        events.append(grant.by(), order.changed(result.asReorder()));
        var positions =
                command.withPositions()
                        ? items.positions(grant.productId(), result.items())
                        : Map.<UUID, Long>of();
        return new Outcome(order.orderVersion(), placed(result, positions));
    }

    private static List<PlacedItem> placed(MoveResult result, Map<UUID, Long> positions) {
        return result.items().stream()
                .map(id -> new PlacedItem(id, result.rankOf(id).key(), positions.get(id)))
                .sorted(Comparator.comparing(PlacedItem::rank))
                .toList();
    }
}
