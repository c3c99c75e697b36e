package dev.steward.feedback.item;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// An item in an answer.
///
/// @param key and `title` are null while the item's event has not arrived
@Schema(name = "FeedbackItemReference")
public record ItemReference(UUID id, @Nullable String key, @Nullable String title) {

    public static ItemReference of(Item item) {
        return new ItemReference(item.id(), item.key(), item.title());
    }
}
