package dev.steward.backlog.item;

import dev.steward.platform.access.Grant;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Gives a new item its place in the order. Implemented by the order, called in the transaction
/// that creates the item, after its row is written and before its first event.
public interface ItemPlacement {

    /// A place among the product's items, as the creator names it.
    ///
    /// @param to at one end
    /// @param after directly below the item with this id or key
    /// @param before directly above the item with this id or key
    @Schema(name = "ItemPlace")
    record Place(
            @Nullable End to,
            @Nullable @Size(max = 40) String after,
            @Nullable @Size(max = 40) String before) {

        static final Place NOWHERE = new Place(null, null, null);

        @Schema(name = "ItemPlaceEnd")
        public enum End {
            TOP,
            BOTTOM
        }
    }

    /// @param number the item's, unique and rising per product: the first rank is built from it
    /// @return the item's first rank, which its `created` event names
    String place(Grant grant, UUID itemId, long number, Optional<Place> place);

    /// An item that nobody has placed.
    record UnrankedItem(UUID id, long number) {}

    /// Puts many new items last, in the order of their numbers.
    ///
    /// @return their first ranks, in the order of the items
    List<String> placeLast(UUID productId, List<UnrankedItem> items);
}
