package dev.steward.backlog.order;

import dev.steward.backlog.order.OrderRequest.NamedMove;
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
class Ordering {

    /// The order after a request.
    ///
    /// @param moved what was asked for, and what had to make room; by position
    @Schema(name = "OrderOutcome")
    record Outcome(long orderVersion, List<Placed> moved) {}

    /// @param rank sorts by its bytes; so that a client can keep its list sorted by live events
    /// @param position among the open items, from 1
    @Schema(name = "PlacedItem")
    record Placed(UUID id, String rank, long position) {}

    private final ProductOrders orders;
    private final Rearrangements rearrangements;
    private final OrderableItems items;
    private final EventRecord events;

    Ordering(
            ProductOrders orders,
            Rearrangements rearrangements,
            OrderableItems items,
            EventRecord events) {
        this.orders = orders;
        this.rearrangements = rearrangements;
        this.items = items;
        this.events = events;
    }

    /// Applies the moves in sequence, all or nothing.
    ///
    /// @param named moves by their place in the request
    /// @param orderVersion that the caller looked at; null: whatever it is
    @Transactional
    Outcome move(Grant grant, Map<String, NamedMove> named, @Nullable Long orderVersion) {
        var order = orders.lock(grant.productId());
        order.expect(orderVersion);
        var rearranged = rearrangements.carryOut(grant, named, order.nextVersion());
        events.append(grant.by(), order.changed(rearranged.asReorder()));
        return new Outcome(order.orderVersion(), placed(grant.productId(), rearranged));
    }

    private List<Placed> placed(UUID productId, Rearranged rearranged) {
        return items.positions(productId, rearranged.items()).entrySet().stream()
                .map(at ->
                        new Placed(
                                at.getKey(), rearranged.rankOf(at.getKey()).key(), at.getValue()))
                .sorted(Comparator.comparing(Placed::position))
                .toList();
    }
}
