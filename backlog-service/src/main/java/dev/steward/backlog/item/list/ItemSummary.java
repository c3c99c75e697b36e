package dev.steward.backlog.item.list;

import dev.steward.backlog.ApiTexts;
import dev.steward.backlog.goal.GoalReference;
import dev.steward.backlog.item.ItemFields;
import dev.steward.backlog.item.ItemReadiness;
import dev.steward.backlog.item.ItemType;
import dev.steward.backlog.item.ShownStatus;
import dev.steward.platform.access.Grant;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// An item in a list.
@Schema(name = "ItemSummary")
record ItemSummary(
        @Schema(description = "Id of the item.") UUID id,
        @Schema(description = ApiTexts.ITEM_KEY) String key,
        @Schema(description = ApiTexts.ITEM_NUMBER) long number,
        @Schema(description = ItemFields.TYPE) ItemType type,
        @Schema(description = "Short name of the item.") String title,
        @Schema(
                        description =
                                "Description in Markdown. Null unless the request had"
                                        + " `include=description`, or when there is none.")
                @Nullable String description,
        @Schema(description = "Free labels of the item.") List<String> labels,
        @Schema(description = ApiTexts.ITEM_GOAL) @Nullable GoalReference goal,
        @Schema(description = ItemFields.ESTIMATE) @Nullable BigDecimal estimate,
        @Schema(description = ApiTexts.ITEM_STATUS) ShownStatus status,
        @Schema(description = ApiTexts.ITEM_READINESS) ItemReadiness readiness,
        @Schema(description = ApiTexts.ITEM_OPEN_CRITERIA) long openCriteria,
        @Schema(description = ApiTexts.RANK) String rank,
        @Schema(description = ApiTexts.SCORE) @Nullable BigDecimal score,
        @Schema(description = "When it was created (UTC).") Instant createdAt,
        @Schema(description = ApiTexts.VERSION) long version) {

    static ItemSummary of(ItemRow row, Grant grant) {
        return new ItemSummary(
                row.id(),
                row.key(),
                row.number(),
                row.type(),
                row.title(),
                row.description(),
                row.labels(),
                row.goal(),
                row.estimate(),
                row.status(),
                new ItemReadiness(row.failingRules()),
                row.openCriteria(),
                row.rankAndScore().rank(),
                row.rankAndScore().scoreFor(grant),
                row.createdAt(),
                row.version());
    }
}
