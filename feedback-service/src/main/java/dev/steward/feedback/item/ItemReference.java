package dev.steward.feedback.item;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// An item in an answer.
///
/// @param key null while the item's event has not arrived, as is `title`
@Schema(name = "FeedbackItemReference")
public record ItemReference(
        @Schema(description = "Id of the item.") UUID id,
        @Schema(
                        description =
                                "Key of the item, such as `SHOP-142`; null for a moment after the item was created.")
                @Nullable String key,
        @Schema(description = "Title of the item; null for a moment after the item was created.")
                @Nullable String title) {

    public static ItemReference of(Item item) {
        return new ItemReference(item.id(), item.key(), item.title());
    }
}
