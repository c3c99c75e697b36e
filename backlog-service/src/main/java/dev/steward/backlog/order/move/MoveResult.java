package dev.steward.backlog.order.move;

import static java.util.stream.Collectors.joining;

import dev.steward.backlog.order.Reorder;
import dev.steward.backlog.order.rank.Rank;
import dev.steward.backlog.order.rank.RankChange;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Result of the moves of a request.
///
/// @param rankChanges items with a new rank, in the new order: moved ones, and those that made room
record MoveResult(List<Move> moves, List<RankChange> rankChanges, Function<UUID, Rank> rankOf) {

    /// All items that were named, moved or not, and those that made room.
    Set<UUID> items() {
        Set<UUID> items = new LinkedHashSet<>();
        moves.forEach(move -> items.addAll(move.items()));
        rankChanges.forEach(rankChange -> items.add(rankChange.id()));
        return items;
    }

    Rank rankOf(UUID item) {
        return rankOf.apply(item);
    }

    Reorder asReorder() {
        return new Reorder(Reorder.Kind.MOVE, rankChanges, reason());
    }

    /// An event has one reason: those of all moves, joined.
    private @Nullable String reason() {
        var reasons =
                moves.stream()
                        .map(Move::reason)
                        .filter(Objects::nonNull)
                        .distinct()
                        .collect(joining("; "));
        return reasons.isEmpty()
                ? null
                : reasons.substring(0, Math.min(reasons.length(), Reorder.MAX_REASON_LENGTH));
    }
}
