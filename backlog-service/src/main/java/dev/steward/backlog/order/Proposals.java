package dev.steward.backlog.order;

import dev.steward.platform.access.Grant;
import dev.steward.platform.messaging.EventRecord;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The order that scores advise, shown and applied.
@ApplicationScoped
class Proposals {

    private final ProductOrders orders;
    private final RankedItems items;
    private final OrderableItems numbers;
    private final PinReading pins;
    private final Ranks ranks;
    private final EventRecord events;

    Proposals(
            ProductOrders orders,
            RankedItems items,
            OrderableItems numbers,
            PinReading pins,
            Ranks ranks,
            EventRecord events) {
        this.orders = orders;
        this.items = items;
        this.numbers = numbers;
        this.pins = pins;
        this.ranks = ranks;
        this.events = events;
    }

    /// @param keeping the pins that it keeps
    record Proposed(long orderVersion, Proposal proposal, List<PinView> keeping) {}

    /// The version is read first: should somebody move something meanwhile, applying is refused.
    ///
    /// @throws PinsContradict when no order can keep all pins
    Proposed propose(UUID productId) {
        var version = orders.versionOf(productId);
        var keeping = pins.active(productId);
        return new Proposed(version, proposal(productId, keeping), keeping);
    }

    /// Computes the proposal anew and makes it the order; what keeps its place relative to the
    /// others keeps its rank.
    ///
    /// @param orderVersion that the caller looked at
    @Transactional
    Ordering.Outcome apply(Grant grant, long orderVersion, @Nullable String reason) {
        var productId = grant.productId();
        var order = orders.lock(productId);
        order.expect(orderVersion);
        var proposal = proposal(productId, pins.active(productId));
        var shifts = proposal.shifts(Rank.ofNumber(numbers.lastNumber(productId) + 1));
        ranks.write(
                shifts.stream().collect(Collectors.toMap(Shift::id, shift -> new Rank(shift.to()))),
                order.nextVersion());
        var reorder = new Reorder(Reorder.Kind.PROPOSAL, shifts, reason);
        events.append(grant.by(), order.changed(reorder));
        return new Ordering.Outcome(order.orderVersion(), placed(shifts, proposal));
    }

    private Proposal proposal(UUID productId, List<PinView> keeping) {
        var all = items.all(productId);
        var pinned = keeping.stream().map(PinView::pinned).toList();
        var demands = new PinDemands(pinned, Proposal.open(all).size());
        refuseContradictions(demands, keeping);
        return new Proposal(all, pinned, demands);
    }

    private static void refuseContradictions(PinDemands demands, List<PinView> keeping) {
        if (!demands.contradictions().isEmpty()) {
            var views =
                    keeping.stream().collect(Collectors.toMap(PinView::id, Function.identity()));
            throw new PinsContradict(
                    demands.contradictions().stream()
                            .map(contradiction ->
                                    contradiction.pins().stream()
                                            .map(pin -> views.get(pin.id()))
                                            .toList())
                            .toList());
        }
    }

    private static List<Ordering.Placed> placed(List<Shift> shifts, Proposal proposal) {
        return shifts.stream()
                .filter(shift -> !shift.madeRoom())
                .limit(OrderRequest.MOST_ITEMS)
                .map(shift ->
                        new Ordering.Placed(
                                shift.id(), shift.to(), proposal.positionOf(shift.id())))
                .toList();
    }
}
