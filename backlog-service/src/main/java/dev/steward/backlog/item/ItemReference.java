package dev.steward.backlog.item;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A short reference to an item.
@Schema(name = "ItemReference")
public record ItemReference(
        @Schema(description = "Id of the item.") UUID id,
        @Schema(
                        description =
                                "Readable key: the product's key and the item's number, for example"
                                        + " `SHOP-42`. Never changes.")
                String key,
        @Schema(description = "Title of the item as it is now.") String title) {}
