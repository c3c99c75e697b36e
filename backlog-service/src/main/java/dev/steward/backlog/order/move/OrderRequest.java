package dev.steward.backlog.order.move;

import dev.steward.backlog.item.create.ItemPlacement.Place.End;
import dev.steward.backlog.order.Reorder;
import dev.steward.platform.web.problem.FieldError;
import dev.steward.platform.web.problem.Invalid;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// One move, or several as `moves`: applied one after the other, all or none.
@Schema(name = "OrderRequest")
record OrderRequest(
        @Schema(
                        description =
                                "Ids or keys of the items to move, in the order they shall have"
                                        + " there. At most 10,000 in a request. Not together with"
                                        + " `moves`.")
                @Nullable
                @Size(min = 1, max = MAX_ITEMS)
                List<@NotNull @Size(max = 64) String> items,
        @Schema(description = OrderRequest.AFTER) @Nullable @Size(max = 64) String after,
        @Schema(description = OrderRequest.BEFORE) @Nullable @Size(max = 64) String before,
        @Schema(description = OrderRequest.TO) @Nullable End to,
        @Schema(
                        description =
                                "The `orderVersion` that you have seen. When the order has changed"
                                        + " since, the answer is 409 `order-moved`. Without it the"
                                        + " moves are applied to the order as it is.")
                @Nullable Long orderVersion,
        @Schema(description = OrderRequest.REASON) @Nullable @Size(max = Reorder.MAX_REASON_LENGTH)
                String reason,
        @Schema(
                        description =
                                "Several moves, applied one after the other, all or none. Instead"
                                        + " of `items`.")
                @Nullable
                @Size(min = 1, max = MAX_ITEMS)
                List<@NotNull @Valid OrderMove> moves) {

    static final int MAX_ITEMS = 10_000;

    static final String AFTER = "Id or key of the item directly above the wanted place.";
    static final String BEFORE =
            "Id or key of the item directly below the wanted place. Together with `after`: "
                    + "between the two, as long as `after` still stands above `before` (else 409 "
                    + "`neighbours-moved`).";
    static final String TO = "TOP or BOTTOM of the order, instead of `after` and `before`.";
    static final String REASON =
            "Why the items are moved, at most 1,000 characters. Kept in the order's " + "history.";

    @Schema(name = "OrderMove")
    record OrderMove(
            @Schema(
                            description =
                                    "Ids or keys of the items to move, in the order they shall have"
                                            + " there. At most 10,000 in a request.")
                    @NotNull
                    @Size(min = 1, max = MAX_ITEMS)
                    List<@NotNull @Size(max = 64) String> items,
            @Schema(description = OrderRequest.AFTER) @Nullable @Size(max = 64) String after,
            @Schema(description = OrderRequest.BEFORE) @Nullable @Size(max = 64) String before,
            @Schema(description = OrderRequest.TO) @Nullable End to,
            @Schema(description = OrderRequest.REASON)
                    @Nullable
                    @Size(max = Reorder.MAX_REASON_LENGTH)
                    String reason) {

        /// @param pointer JSON Pointer of the move in the request
        void refuseWithoutOnePlace(String pointer) {
            if ((to != null) == (after != null || before != null)) {
                throw new Invalid(
                        FieldError.at(
                                pointer + "/to",
                                "one-of",
                                "Name the place by `to`, or by `after`, `before` or both."));
            }
        }
    }

    /// The moves by their JSON Pointer.
    ///
    /// @throws Invalid unless there is one move or a list of moves, each with one place
    Map<String, OrderMove> byPointer() {
        Map<String, OrderMove> byPointer = new LinkedHashMap<>();
        if (items != null) {
            byPointer.put("", new OrderMove(items, after, before, to, reason));
        }
        if (moves != null) {
            for (int i = 0; i < moves.size(); i++) {
                byPointer.put("/moves/" + i, moves.get(i));
            }
        }
        refuseWrongShape(byPointer);
        return byPointer;
    }

    private void refuseWrongShape(Map<String, OrderMove> byPointer) {
        if ((items == null) == (moves == null)
                || (moves != null && (after != null || before != null || to != null))) {
            throw new Invalid(
                    FieldError.at(
                            "/items",
                            "one-of",
                            "Send either one move (`items` and its place) or several as `moves`."));
        }
        byPointer.forEach((pointer, move) -> move.refuseWithoutOnePlace(pointer));
        if (byPointer.values().stream().mapToInt(move -> move.items().size()).sum() > MAX_ITEMS) {
            throw new Invalid(
                    FieldError.at(
                            "/moves", "size", "All moves together name at most 10,000 items."));
        }
    }
}
