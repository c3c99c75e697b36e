package dev.steward.backlog.order;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What one request did to an order.
///
/// @param shifts what has another rank than before, in the new order
record Reorder(Kind kind, List<RankChange> rankChanges, @Nullable String reason) {

    @Schema(name = "ReorderKind")
    enum Kind {
        /// People put items somewhere.
        MOVE,
        /// The order that the scores advise was applied.
        PROPOSAL,
        /// Ranks were spread anew for an item that came in between; nothing changed places.
        SPREAD
    }

    /// The same without what has moved, for each of its parts.
    ///
    /// @param moved how many items were moved, beside those that made room
    record Summary(Kind kind, long moved, @Nullable String reason) {}

    Summary summary() {
        return new Summary(
                kind, rankChanges.stream().filter(rankChange -> !rankChange.madeRoom()).count(), reason);
    }
}
