package dev.steward.backlog.order;

import static java.util.stream.Collectors.toSet;

import dev.steward.backlog.order.Move.Target;
import dev.steward.backlog.order.OrderRequest.NamedMove;
import dev.steward.platform.access.Grant;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/// Carries out moves, under the lock of the order that the caller holds.
@ApplicationScoped
class Rearrangements {

    private final Ranks ranks;
    private final OrderableItems items;

    Rearrangements(Ranks ranks, OrderableItems items) {
        this.ranks = ranks;
        this.items = items;
    }

    /// @param named moves by their place in the request
    /// @param version what changed ranks get as their version
    /// @throws NoLongerAbove when the order of two neighbours has changed
    Rearranged carryOut(Grant grant, Map<String, NamedMove> named, long version) {
        var productId = grant.productId();
        var names = MoveReading.names(named.values(), grant.productKey());
        var moves = MoveReading.read(named, grant.productKey(), items.named(productId, names));
        var end = Rank.ofNumber(items.lastNumber(productId) + 1);
        var rearrangement = new Rearrangement(ranks, productId, touchedBy(moves), end, version);
        for (var move : moves) {
            if (move.target() instanceof Target.Between between && !rearrangement.allows(between)) {
                throw noLongerAbove(productId, between);
            }
            rearrangement.apply(move);
        }
        return new Rearranged(moves, marked(moves, rearrangement.finish()), rearrangement::rankOf);
    }

    private static List<Shift> marked(List<Move> moves, List<Shift> shifts) {
        var asked = moves.stream().flatMap(move -> move.items().stream()).collect(toSet());
        return shifts.stream()
                .map(shift -> asked.contains(shift.id()) ? shift : shift.asRoom())
                .toList();
    }

    private static List<UUID> touchedBy(List<Move> moves) {
        return moves.stream()
                .flatMap(move ->
                        Stream.concat(move.items().stream(), move.target().neighbours().stream()))
                .distinct()
                .toList();
    }

    private NoLongerAbove noLongerAbove(UUID productId, Target.Between named) {
        return new NoLongerAbove(
                named,
                items.directlyBelow(productId, named.after()),
                items.directlyAbove(productId, named.before()));
    }
}
