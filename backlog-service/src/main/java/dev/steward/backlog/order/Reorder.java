package dev.steward.backlog.order;

import dev.steward.backlog.order.rank.RankChange;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// One change of an order.
///
/// @param rankChanges items with another rank than before, in the new order
public record Reorder(Kind kind, List<RankChange> rankChanges, @Nullable String reason) {

    public static final int MAX_REASON_LENGTH = 1_000;

    @Schema(name = "ReorderKind")
    public enum Kind {
        /// People moved items.
        MOVE,
        /// The proposed order was applied.
        PROPOSAL,
        /// Ranks were spread to make room for a new item; no item changed its place.
        SPREAD
    }

    /// The change without its items, repeated in each part.
    ///
    /// @param moved number of moved items, without those that only made room
    public record Summary(Kind kind, long moved, @Nullable String reason) {}

    Summary summary() {
        return new Summary(
                kind,
                rankChanges.stream().filter(rankChange -> !rankChange.madeRoom()).count(),
                reason);
    }
}
