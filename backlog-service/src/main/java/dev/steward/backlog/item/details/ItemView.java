package dev.steward.backlog.item.details;

import dev.steward.backlog.ApiTexts;
import dev.steward.backlog.goal.GoalReference;
import dev.steward.backlog.item.Criterion;
import dev.steward.backlog.item.ItemReadiness;
import dev.steward.backlog.item.ItemReference;
import dev.steward.backlog.item.ItemType;
import dev.steward.backlog.item.ShownStatus;
import dev.steward.platform.access.Grant;
import dev.steward.platform.access.Person;
import dev.steward.platform.web.conditional.Representation;
import dev.steward.platform.web.conditional.Tagged;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// An item in full.
@Schema(name = "Item")
public record ItemView(
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
        @Schema(description = "Id of the product that the item belongs to.") UUID productId,
        @Schema(
                        description =
                                "Kind of the item: EPIC, STORY, BUG, DEBT (technical debt) or"
                                        + " RESEARCH.")
                ItemType type,
        @Schema(description = "Short name of the item.") String title,
        @Schema(description = "Description in Markdown; null when there is none.")
                @Nullable String description,
        @Schema(
                        description =
                                "The conditions under which the item is accepted as done, in their"
                                        + " order.")
                List<Criterion> acceptanceCriteria,
        @Schema(description = "Free labels of the item.") List<String> labels,
        @Schema(description = "The product goal that the item serves; null when it serves none.")
                @Nullable GoalReference goal,
        @Schema(
                        description =
                                "The item that was split at the end of a sprint and whose"
                                        + " unfinished part is this item; null for all others.")
                @Nullable ItemReference splitFrom,
        @Schema(
                        description =
                                "Size of the item in the team's unit (story points, for example), 0"
                                        + " to 1000 with up to 3 decimals. 0 means deliberately no"
                                        + " effort; null means not estimated.")
                @Nullable BigDecimal estimate,
        @Schema(description = "User or business value, 0 to 20; null when nobody has entered it.")
                @Nullable BigDecimal value,
        @Schema(
                        description =
                                "How much value is lost by waiting, 0 to 20; null when nobody has"
                                        + " entered it.")
                @Nullable BigDecimal timeCriticality,
        @Schema(
                        description =
                                "Risk reduced or opportunity opened by the item, 0 to 20; null when"
                                        + " nobody has entered it.")
                @Nullable BigDecimal riskReduction,
        @Schema(
                        description =
                                "How many people or events the item affects per period, at least 0;"
                                        + " null when nobody has entered it.")
                @Nullable BigDecimal reach,
        @Schema(
                        description =
                                "Effect on each person reached: 3 (massive), 2, 1, 0.5 or 0.25"
                                        + " (minimal); null when nobody has entered it.")
                @Nullable BigDecimal impact,
        @Schema(
                        description =
                                "How sure people are of the other inputs, 0 to 1; null when nobody"
                                        + " has entered it.")
                @Nullable BigDecimal confidence,
        @Schema(
                        description =
                                "Status shown to people: RELEASED once the item is in a released"
                                        + " release, DROPPED when it was dropped, otherwise the status"
                                        + " of the work in a sprint (SELECTED, IN_PROGRESS, DONE),"
                                        + " otherwise the item's own status (NEW, REFINING, READY).")
                ShownStatus status,
        @Schema(description = "The work on the item in a sprint, as far as it is known here.")
                ItemWork work,
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
        @Schema(
                        description =
                                "Share of the scoring model's inputs that are known for this item,"
                                        + " 0 to 1 (in a weighted model: by weight); null while the"
                                        + " item has never been scored.")
                @Nullable BigDecimal coverage,
        @Schema(description = "When it was created (UTC).") Instant createdAt,
        @Schema(description = "Who created it.") Person createdBy,
        @Schema(description = ApiTexts.VERSION) long version)
        implements Tagged {

    static ItemView of(ItemDetails rankAndScore, Grant grant) {
        var item = rankAndScore.item();
        var text = item.text();
        var inputs = item.inputs();
        return new ItemView(
                item.id(),
                item.key(),
                item.number(),
                item.productId(),
                text.type(),
                text.title(),
                text.description(),
                text.acceptanceCriteria(),
                text.labels(),
                rankAndScore.goal(),
                rankAndScore.splitFrom(),
                item.estimate(),
                inputs.value(),
                inputs.timeCriticality(),
                inputs.riskReduction(),
                inputs.reach(),
                inputs.impact(),
                inputs.confidence(),
                rankAndScore.status(),
                rankAndScore.work(),
                new ItemReadiness(item.failingRules()),
                item.openCriteria(),
                rankAndScore.rankAndScore().rank(),
                rankAndScore.rankAndScore().scoreFor(grant),
                rankAndScore.rankAndScore().coverage(),
                rankAndScore.createdAt(),
                rankAndScore.creator(),
                rankAndScore.version());
    }

    @Override
    public String etag() {
        return Representation.etag(
                version,
                rank,
                String.valueOf(score),
                String.valueOf(coverage),
                status.name(),
                work.toString(),
                String.valueOf(goal),
                String.valueOf(splitFrom));
    }
}
