package dev.steward.sprint.item;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// An item, as other schemas refer to it.
///
/// @param key null while no event of the item has been consumed here
/// @param title null while no event of the item has been consumed here
@Schema(name = "SprintItemReference")
public record ItemReference(
        @Schema(description = "Id of the item.") UUID id,
        @Schema(
                        description = "Key of the item. Null while the item is not known here yet.",
                        examples = "SHOP-12")
                @Nullable String key,
        @Schema(description = "Title of the item. Null while the item is not known here yet.")
                @Nullable String title) {

    public static ItemReference of(Item item) {
        return new ItemReference(item.id(), item.key(), item.title());
    }
}
