package dev.steward.sprint.item;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// An item in an answer about something else.
@Schema(name = "SprintItemReference")
public record ItemReference(
        UUID id, @Schema(examples = "SHOP-12") @Nullable String key, @Nullable String title) {

    public static ItemReference of(Item item) {
        return new ItemReference(item.id(), item.key(), item.title());
    }
}
