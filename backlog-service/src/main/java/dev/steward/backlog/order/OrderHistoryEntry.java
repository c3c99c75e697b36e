package dev.steward.backlog.order;

import dev.steward.backlog.item.ItemReference;
import dev.steward.platform.access.Person;
import dev.steward.platform.web.LongRows;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// One change of an order.
///
/// @param orderVersion that it led to
/// @param onBehalfOf for whom the actor acted
/// @param count of all items that were moved
/// @param moves the first 20 of them in the new order; where one item was asked for, its own
@Schema(name = "PastReorder")
record OrderHistoryEntry(
        long orderVersion,
        Reorder.Kind kind,
        Instant at,
        Person actor,
        @Nullable Person onBehalfOf,
        @Nullable String reason,
        long count,
        List<OrderHistoryMove> moves) {

    /// What it takes in an answer, roughly.
    long bytes() {
        return 1_000 + LongRows.bytes(reason) + moves.stream().mapToLong(OrderHistoryMove::bytes).sum();
    }

    /// @param from rank before; ranks compare bytewise, the smaller stands above
    @Schema(name = "PastMove")
    record OrderHistoryMove(ItemReference item, String from, String to) {

        private long bytes() {
            return 200 + LongRows.bytes(item.title(), from, to);
        }
    }
}
