package dev.steward.backlog.item.create;

import dev.steward.platform.access.Grant;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Gives new items their place in the order. Implemented by the order; called in the transaction
/// that creates the items, after their rows are written and before their first events.
public interface ItemPlacement {

    /// A place among the product's items, as the creator names it.
    @Schema(name = "ItemPlace")
    record Place(
            @Schema(description = "TOP or BOTTOM of the order, instead of `after` and `before`.")
                    @Nullable End to,
            @Schema(description = "Id or key of the item directly above the wanted place.")
                    @Nullable
                    @Size(max = 40)
                    String after,
            @Schema(
                            description =
                                    "Id or key of the item directly below the wanted place. Together with `after`:"
                                            + " between the two, as long as `after` still stands above `before` (else 409"
                                            + " `neighbours-moved`).")
                    @Nullable
                    @Size(max = 40)
                    String before) {

        static final Place NOWHERE = new Place(null, null, null);

        @Schema(name = "OrderEnd")
        public enum End {
            TOP,
            BOTTOM
        }
    }

    /// @param number number of the item in its product; the default rank is built from it
    /// @return the first rank, which the `created` event names
    String place(Grant grant, UUID itemId, long number, Optional<Place> place);

    /// A new item without a requested place.
    record UnrankedItem(UUID id, long number) {}

    /// Places new items last, in the order of their numbers.
    ///
    /// @return their first ranks, in the order of the items
    List<String> placeLast(UUID productId, List<UnrankedItem> items);
}
