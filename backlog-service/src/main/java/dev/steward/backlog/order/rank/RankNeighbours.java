package dev.steward.backlog.order.rank;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The rank of an item and of its neighbours before a request.
///
/// @param above rank directly above, dropped items included; null for the first
/// @param below rank directly below; null for the last
/// @param seen nearest ranks of open items, as people see them
public record RankNeighbours(
        UUID item, Rank rank, @Nullable Rank above, @Nullable Rank below, Neighbours seen) {

    /// @param above null for the first
    /// @param below null for the last
    public record Neighbours(@Nullable Rank above, @Nullable Rank below) {}

    /// For an item whose neighbours are not needed.
    static RankNeighbours alone(UUID item, Rank rank) {
        return new RankNeighbours(item, rank, null, null, new Neighbours(null, null));
    }
}
