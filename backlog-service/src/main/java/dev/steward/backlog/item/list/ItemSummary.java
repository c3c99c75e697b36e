package dev.steward.backlog.item.list;

import dev.steward.backlog.ApiTexts;
import dev.steward.backlog.goal.GoalReference;
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
        @Schema(
                        description =
                                "Readable key: the product's key and the item's number, for example"
                                        + " `SHOP-42`. Never changes.")
                String key,
        @Schema(
                        description =
                                "Number of the item within its product. Rises with each new item;"
                                        + " there can be gaps.")
                long number,
        @Schema(
                        description =
                                "Kind of the item: EPIC, STORY, BUG, DEBT (technical debt) or"
                                        + " RESEARCH.")
                ItemType type,
        @Schema(description = "Short name of the item.") String title,
        @Schema(
                        description =
                                "Description in Markdown. Null unless the request had"
                                        + " `include=description`, or when there is none.")
                @Nullable String description,
        @Schema(description = "Free labels of the item.") List<String> labels,
        @Schema(description = "The product goal that the item serves; null when it serves none.")
                @Nullable GoalReference goal,
        @Schema(
                        description =
                                "Size of the item in the team's unit (story points, for example), 0"
                                        + " to 1000 with up to 3 decimals. 0 means deliberately no"
                                        + " effort; null means not estimated.")
                @Nullable BigDecimal estimate,
        @Schema(
                        description =
                                "Status shown to people: RELEASED once the item is in a released"
                                        + " release, DROPPED when it was dropped, otherwise the status"
                                        + " of the work in a sprint (SELECTED, IN_PROGRESS, DONE),"
                                        + " otherwise the item's own status (NEW, REFINING, READY).")
                ShownStatus status,
        @Schema(
                        description =
                                "Which readiness rules the item does not meet. Advice only; nothing"
                                        + " is blocked by it.")
                ItemReadiness readiness,
        @Schema(description = "Number of acceptance criteria that are not met yet.")
                long openCriteria,
        @Schema(
                        description =
                                "Place in the order. Compare ranks as bytes (plain string"
                                        + " comparison, no locale): the smaller rank stands above. The"
                                        + " text has no other meaning and changes when the item moves.")
                String rank,
        @Schema(
                        description =
                                "Score by the product's scoring model, up to 6 decimals; higher is"
                                        + " better. Rounded to 2 decimals for callers without the right"
                                        + " CUSTOMER_VALUE when it would reveal what a single company"
                                        + " is worth. Null when too little is known to compute one.")
                @Nullable BigDecimal score,
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
