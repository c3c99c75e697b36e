package dev.steward.backlog.release;

import dev.steward.backlog.item.ShownStatus;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// An item in a release with its present status.
@Schema(name = "ReleaseItem")
record ReleaseItem(
        @Schema(description = "Id of the item.") UUID id,
        @Schema(
                        description =
                                "Readable key: the product's key and the item's number, for example"
                                        + " `SHOP-42`. Never changes.")
                String key,
        @Schema(description = "Title of the item as it is now.") String title,
        @Schema(
                        description =
                                "Status shown to people: RELEASED once the item is in a released"
                                        + " release, DROPPED when it was dropped, otherwise the status"
                                        + " of the work in a sprint (SELECTED, IN_PROGRESS, DONE),"
                                        + " otherwise the item's own status (NEW, REFINING, READY).")
                ShownStatus status) {}
