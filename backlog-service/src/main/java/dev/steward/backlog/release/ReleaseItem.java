package dev.steward.backlog.release;

import dev.steward.backlog.ApiTexts;
import dev.steward.backlog.item.ShownStatus;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// An item in a release with its present status.
@Schema(name = "ReleaseItem")
record ReleaseItem(
        @Schema(description = "Id of the item.") UUID id,
        @Schema(description = ApiTexts.ITEM_KEY) String key,
        @Schema(description = "Title of the item as it is now.") String title,
        @Schema(description = ApiTexts.ITEM_STATUS) ShownStatus status) {}
