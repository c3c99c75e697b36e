package dev.steward.backlog.order;

import dev.steward.platform.web.FieldError;
import dev.steward.platform.web.Invalid;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// One move, or several as `moves`: applied in sequence, all or nothing.
///
/// @param orderVersion of the order that the caller looked at; absent: whatever it is
@Schema(name = "OrderRequest")
record OrderRequest(
        @Nullable @Size(min = 1, max = MAX_ITEMS) List<@NotNull @Size(max = 64) String> items,
        @Nullable @Size(max = 64) String after,
        @Nullable @Size(max = 64) String before,
        @Nullable End to,
        @Nullable Long orderVersion,
        @Nullable @Size(max = MAX_REASON_LENGTH) String reason,
        @Nullable @Size(min = 1, max = MAX_ITEMS) List<@NotNull @Valid OrderMove> moves) {

    static final int MAX_ITEMS = 10_000;
    static final int MAX_REASON_LENGTH = 1_000;

    @Schema(name = "OrderEnd")
    enum End {
        TOP,
        BOTTOM
    }

    /// @param items ids or keys, in the order they shall have
    /// @param after directly below this item
    /// @param before directly above this item; with `after`: between the two
    @Schema(name = "OrderMove")
    record OrderMove(
            @NotNull @Size(min = 1, max = MAX_ITEMS) List<@NotNull @Size(max = 64) String> items,
            @Nullable @Size(max = 64) String after,
            @Nullable @Size(max = 64) String before,
            @Nullable End to,
            @Nullable @Size(max = MAX_REASON_LENGTH) String reason) {

        /// @param pointer of the move in its request
        void refuseWithoutOnePlace(String pointer) {
            if ((to != null) == (after != null || before != null)) {
                throw new Invalid(
                        FieldError.at(
                                pointer + "/to",
                                "one-of",
                                "Give either to, or after and/or before."));
            }
        }
    }

    /// The moves by their JSON Pointer.
    ///
    /// @throws Invalid unless there is one move or a list, and a place for each
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
                            "Give one move by items and a place, or several as moves."));
        }
        byPointer.forEach((pointer, move) -> move.refuseWithoutOnePlace(pointer));
        if (byPointer.values().stream().mapToInt(move -> move.items().size()).sum() > MAX_ITEMS) {
            throw new Invalid(
                    FieldError.at(
                            "/moves", "size", "All moves together name at most 10,000 items."));
        }
    }
}
