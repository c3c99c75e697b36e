package dev.steward.backlog.order.history;

import dev.steward.backlog.item.ItemReference;
import dev.steward.backlog.order.Reorder;
import dev.steward.platform.access.Person;
import dev.steward.platform.web.paging.SizeLimitedPage;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// One change of the order.
@Schema(name = "OrderHistoryEntry")
record OrderHistoryEntry(
        @Schema(description = "Version of the order after the change.") long orderVersion,
        @Schema(
                        description =
                                "MOVE: people moved items. PROPOSAL: the order proposed by scores"
                                        + " was applied. SPREAD: ranks were rewritten to make room for"
                                        + " a new item; no item changed its place.")
                Reorder.Kind kind,
        @Schema(description = "When it happened (UTC).") Instant at,
        @Schema(description = "Who did it.") Person actor,
        @Schema(
                        description =
                                "The person for whom `actor` acted, for example through an"
                                        + " assistant; null when the actor acted alone.")
                @Nullable Person onBehalfOf,
        @Schema(
                        description =
                                "Why, in the words of the person who did it; null when no reason"
                                        + " was given.")
                @Nullable String reason,
        @Schema(description = "Number of items that were moved.") long count,
        @Schema(
                        description =
                                "The first 20 of the moved items in the new order; with the"
                                        + " parameter `item` only the moves of that item.")
                List<OrderHistoryMove> moves) {

    OrderHistoryEntry with(List<OrderHistoryMove> itsMoves) {
        return new OrderHistoryEntry(
                orderVersion, kind, at, actor, onBehalfOf, reason, count, itsMoves);
    }

    /// Estimated size in an answer, in bytes.
    long bytes() {
        return 1_000
                + SizeLimitedPage.bytes(reason)
                + moves.stream().mapToLong(OrderHistoryMove::bytes).sum();
    }

    @Schema(name = "OrderHistoryMove")
    record OrderHistoryMove(
            @Schema(description = "The item that was moved.") ItemReference item,
            @Schema(description = "Rank before. Compare ranks as bytes: the smaller stands above.")
                    String from,
            @Schema(description = "Rank after.") String to) {

        private long bytes() {
            return 200 + SizeLimitedPage.bytes(item.title(), from, to);
        }
    }
}
