package dev.steward.backlog.order;

import dev.steward.backlog.order.OrderRequest.OrderMove;
import dev.steward.platform.access.Grant;
import dev.steward.platform.messaging.EventRecord;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// People put items where they want them.
@ApplicationScoped
class ItemMoving {

    /// The order after a request.
    ///
    /// @param moved what was asked for, and what had to make room; by rank
    @Schema(name = "OrderOutcome")
    record Outcome(long orderVersion, List<Placed> moved) {}

    /// @param rank sorts by its bytes; so that a client can keep its list sorted by live events
    /// @param position among the open items, from 1; only where asked for, because counting costs
    ///   what stands above
    @Schema(name = "PlacedItem")
    record Placed(UUID id, String rank, @Nullable Long position) {}

    /// What somebody asks for.
    ///
    /// @param moves by their place in the request
    /// @param orderVersion that the caller looked at; null: whatever it is
    /// @param withPositions whether the answer is to count
    record MoveCommand(
            Map<String, OrderMove> moves, @Nullable Long orderVersion, boolean withPositions) {}

    private final ProductOrders orders;
    private final MoveExecutor moveExecutor;
    private final OrderableItems items;
    private final EventRecord events;

    ItemMoving(
            ProductOrders orders,
            MoveExecutor moveExecutor,
            OrderableItems items,
            EventRecord events) {
        this.orders = orders;
        this.moveExecutor = moveExecutor;
        this.items = items;
        this.events = events;
    }

    /// Applies the moves in sequence, all or nothing. Moves to where the items stand change
    /// nothing: the order keeps its version, and its log tells of nothing.
    @Transactional
    Outcome move(Grant grant, MoveCommand command) {
        var order = orders.lock(grant.productId());
        order.expect(command.orderVersion());
        var result = moveExecutor.execute(grant, command.moves(), order.nextVersion());
        events.append(grant.by(), order.changed(result.asReorder()));
        var positions =
                command.withPositions()
                        ? items.positions(grant.productId(), result.items())
                        : Map.<UUID, Long>of();
        return new Outcome(order.orderVersion(), placed(result, positions));
    }

    private static List<Placed> placed(MoveResult result, Map<UUID, Long> positions) {
        return result.items().stream()
                .map(id -> new Placed(id, result.rankOf(id).key(), positions.get(id)))
                .sorted(Comparator.comparing(Placed::rank))
                .toList();
    }
}
