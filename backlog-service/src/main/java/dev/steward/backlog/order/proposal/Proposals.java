package dev.steward.backlog.order.proposal;

import dev.steward.backlog.job.Job;
import dev.steward.backlog.job.Jobs;
import dev.steward.backlog.order.OrderOutcome;
import dev.steward.backlog.order.OrderableItems;
import dev.steward.backlog.order.ProductOrders;
import dev.steward.backlog.order.Reorder;
import dev.steward.backlog.order.pin.PinQuery;
import dev.steward.backlog.order.pin.PinView;
import dev.steward.backlog.order.rank.Rank;
import dev.steward.backlog.order.rank.RankChange;
import dev.steward.backlog.order.rank.Ranks;
import dev.steward.platform.access.Grant;
import dev.steward.platform.messaging.store.EventStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The order proposed by scores: computed and applied.
@ApplicationScoped
class Proposals {

    /// Items that one request reorders; for more a job is created.
    static final int MAX_ITEMS_AT_ONCE = 5_000;

    private static final int MAX_LISTED = 10_000;

    private final ProductOrders orders;
    private final CurrentOrderQuery current;
    private final OrderableItems items;
    private final PinQuery pins;
    private final Ranks ranks;
    private final EventStore events;
    private final Jobs jobs;

    Proposals(
            ProductOrders orders,
            CurrentOrderQuery current,
            OrderableItems items,
            PinQuery pins,
            Ranks ranks,
            EventStore events,
            Jobs jobs) {
        this.orders = orders;
        this.current = current;
        this.items = items;
        this.pins = pins;
        this.ranks = ranks;
        this.events = events;
        this.jobs = jobs;
    }

    /// @param keptPins active pins, which the proposal keeps
    record Proposed(long orderVersion, Proposal proposal, List<PinView> keptPins) {}

    /// A request to apply the proposal.
    ///
    /// @param orderVersion the version that the caller has seen
    /// @param withPositions whether the answer has positions
    record Application(long orderVersion, @Nullable String reason, boolean withPositions) {}

    /// The version is read first: when somebody moves an item meanwhile, applying is refused.
    ///
    /// @throws PinsContradict when no order can satisfy all pins
    Proposed propose(UUID productId) {
        var version = orders.versionOf(productId);
        var keptPins = pins.active(productId);
        return new Proposed(version, proposal(productId, keptPins), keptPins);
    }

    /// Computes the proposal again and makes it the order. Items that keep their relative place
    /// keep their rank.
    @Transactional
    Applied apply(Grant grant, Application application) {
        var productId = grant.productId();
        var order = orders.lock(productId);
        order.checkVersion(application.orderVersion());
        if (items.areMoreThan(productId, MAX_ITEMS_AT_ONCE)) {
            var job =
                    jobs.accept(grant, ProposalApplicationHandler.assignment(application.reason()));
            order.reserveFor(job.id());
            return new Accepted(job);
        }
        var proposal = current(productId);
        List<RankChange> rankChanges = new ArrayList<>();
        proposal.rankChanges(Rank.ofNumber(items.lastNumber(productId) + 1), rankChanges::add);
        ranks.write(
                rankChanges.stream()
                        .collect(
                                Collectors.toMap(
                                        RankChange::id, rankChange -> new Rank(rankChange.to()))),
                order.nextVersion());
        var reorder = new Reorder(Reorder.Kind.PROPOSAL, rankChanges, application.reason());
        events.append(grant.by(), order.changed(reorder));
        return new Done(
                new OrderOutcome(
                        order.orderVersion(),
                        placed(rankChanges, application.withPositions() ? proposal : null)));
    }

    /// Result of applying a proposal.
    sealed interface Applied {}

    record Done(OrderOutcome outcome) implements Applied {}

    /// There are so many items that a job was created.
    record Accepted(Job job) implements Applied {}

    /// The proposal with the pins that are active now.
    ///
    /// @throws PinsContradict when no order can satisfy all of them
    Proposal current(UUID productId) {
        return proposal(productId, pins.active(productId));
    }

    private Proposal proposal(UUID productId, List<PinView> keptPins) {
        var order = current.read(productId);
        var pinned = keptPins.stream().map(PinConstraint::of).toList();
        var positions = order.positions(named(pinned));
        // Items that were dropped after the pins were read are not in the order.
        var open =
                pinned.stream().filter(pin -> positions.keySet().containsAll(pin.items())).toList();
        var constraints = new PinConstraints(open, order.openCount());
        refuseContradictions(constraints, keptPins);
        return new Proposal(order, open, new PositionConstraints(constraints, positions));
    }

    private static Set<UUID> named(List<PinConstraint> pins) {
        return pins.stream().flatMap(pin -> pin.items().stream()).collect(Collectors.toSet());
    }

    private static void refuseContradictions(PinConstraints constraints, List<PinView> keptPins) {
        if (!constraints.contradictions().isEmpty()) {
            var views =
                    keptPins.stream().collect(Collectors.toMap(PinView::id, Function.identity()));
            throw new PinsContradict(
                    constraints.contradictions().stream()
                            .map(contradiction ->
                                    contradiction.pins().stream()
                                            .map(pin -> views.get(pin.id()))
                                            .toList())
                            .toList());
        }
    }

    private static List<OrderOutcome.PlacedItem> placed(
            List<RankChange> rankChanges, @Nullable Proposal withPositions) {
        var moved = rankChanges.stream().filter(rankChange -> !rankChange.madeRoom());
        if (withPositions == null) {
            return moved.limit(MAX_LISTED)
                    .map(rankChange ->
                            new OrderOutcome.PlacedItem(rankChange.id(), rankChange.to(), null))
                    .toList();
        }
        var positions =
                withPositions
                        .moves(-1)
                        .collect(
                                Collectors.toMap(
                                        move -> withPositions.current().idAt(move.from()),
                                        move -> move.to() + 1L));
        return moved.limit(MAX_LISTED)
                .map(rankChange ->
                        new OrderOutcome.PlacedItem(
                                rankChange.id(), rankChange.to(), positions.get(rankChange.id())))
                .toList();
    }
}
