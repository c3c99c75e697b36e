package dev.steward.backlog.order;

import dev.steward.backlog.ApiTexts;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Result of a change of the order.
///
/// @param moved the named items and those that made room, by rank
@Schema(name = "OrderOutcome")
public record OrderOutcome(
        @Schema(
                        description =
                                "Version of the order after the request. Unchanged when nothing moved.")
                long orderVersion,
        @Schema(
                        description =
                                "All items that were named and those that got another rank to make room, by"
                                        + " rank. Update their ranks in your list.")
                List<PlacedItem> moved) {

    @Schema(name = "PlacedItem")
    public record PlacedItem(
            @Schema(description = "Id of the item.") UUID id,
            @Schema(description = ApiTexts.RANK) String rank,
            @Schema(
                            description =
                                    "Position among the open items, 1 is the top. Null unless the request had"
                                            + " `include=position`.")
                    @Nullable Long position) {}
}
