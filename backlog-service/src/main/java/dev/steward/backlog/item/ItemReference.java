package dev.steward.backlog.item;

import dev.steward.backlog.ApiTexts;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A short reference to an item.
@Schema(name = "ItemReference")
public record ItemReference(
        @Schema(description = "Id of the item.") UUID id,
        @Schema(description = ApiTexts.ITEM_KEY) String key,
        @Schema(description = "Title of the item as it is now.") String title) {}
