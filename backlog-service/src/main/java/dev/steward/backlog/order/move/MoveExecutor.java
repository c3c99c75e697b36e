package dev.steward.backlog.order.move;

import static java.util.stream.Collectors.toSet;

import dev.steward.backlog.order.OrderableItems;
import dev.steward.backlog.order.move.Move.Target;
import dev.steward.backlog.order.move.OrderRequest.OrderMove;
import dev.steward.backlog.order.rank.Rank;
import dev.steward.backlog.order.rank.RankChange;
import dev.steward.backlog.order.rank.Ranks;
import dev.steward.platform.access.Grant;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/// Executes moves; the caller holds the lock of the order.
@ApplicationScoped
class MoveExecutor {

    private final Ranks ranks;
    private final OrderableItems items;

    MoveExecutor(Ranks ranks, OrderableItems items) {
        this.ranks = ranks;
        this.items = items;
    }

    /// @param named the moves by their JSON Pointer in the request
    /// @param version version that changed ranks get
    /// @throws NeighboursMoved when `after` no longer stands above `before`
    MoveResult execute(Grant grant, Map<String, OrderMove> named, long version) {
        var productId = grant.productId();
        var names = MoveParser.names(named.values(), grant.productKey());
        var moves = MoveParser.read(named, grant.productKey(), items.named(productId, names));
        var end = Rank.ofNumber(items.lastNumber(productId) + 1);
        var rearrangement = new RankUpdate(ranks, productId, touchedBy(moves), end, version);
        for (var move : moves) {
            if (move.target() instanceof Target.Between between && !rearrangement.allows(between)) {
                throw neighboursMoved(productId, between);
            }
            rearrangement.apply(move);
        }
        return new MoveResult(moves, marked(moves, rearrangement.finish()), rearrangement::rankOf);
    }

    private static List<RankChange> marked(List<Move> moves, List<RankChange> rankChanges) {
        var moved = moves.stream().flatMap(move -> move.items().stream()).collect(toSet());
        return rankChanges.stream()
                .map(rankChange ->
                        moved.contains(rankChange.id()) ? rankChange : rankChange.asMadeRoom())
                .toList();
    }

    private static List<UUID> touchedBy(List<Move> moves) {
        return moves.stream()
                .flatMap(move ->
                        Stream.concat(move.items().stream(), move.target().neighbours().stream()))
                .distinct()
                .toList();
    }

    private NeighboursMoved neighboursMoved(UUID productId, Target.Between named) {
        return new NeighboursMoved(
                named,
                items.directlyBelow(productId, named.after()),
                items.directlyAbove(productId, named.before()));
    }
}
