package dev.steward.backlog.order;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where an item stands before a request changes anything.
///
/// @param above the rank directly above, of whatever item; null for the first
/// @param below the rank directly below; null for the last
/// @param seen the nearest ranks of open items: what people see above and below it
record RankNeighbours(UUID item, Rank rank, @Nullable Rank above, @Nullable Rank below, Neighbours seen) {

    /// @param above null for the first
    /// @param below null for the last
    record Neighbours(@Nullable Rank above, @Nullable Rank below) {}

    /// Where nobody asks for its neighbours.
    static RankNeighbours alone(UUID item, Rank rank) {
        return new RankNeighbours(item, rank, null, null, new Neighbours(null, null));
    }
}
