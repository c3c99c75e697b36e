package dev.steward.backlog.item.details;

import dev.steward.backlog.ApiTexts;
import dev.steward.backlog.goal.GoalReference;
import dev.steward.backlog.item.Criterion;
import dev.steward.backlog.item.ItemFields;
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
        @Schema(description = ApiTexts.ITEM_KEY) String key,
        @Schema(description = ApiTexts.ITEM_NUMBER) long number,
        @Schema(description = "Id of the product that the item belongs to.") UUID productId,
        @Schema(description = ItemFields.TYPE) ItemType type,
        @Schema(description = "Short name of the item.") String title,
        @Schema(description = "Description in Markdown; null when there is none.")
                @Nullable String description,
        @Schema(
                        description =
                                "The conditions under which the item is accepted as done, in their"
                                        + " order.")
                List<Criterion> acceptanceCriteria,
        @Schema(description = "Free labels of the item.") List<String> labels,
        @Schema(description = ApiTexts.ITEM_GOAL) @Nullable GoalReference goal,
        @Schema(
                        description =
                                "The item that was split at the end of a sprint and whose"
                                        + " unfinished part is this item; null for all others.")
                @Nullable ItemReference splitFrom,
        @Schema(description = ItemFields.ESTIMATE) @Nullable BigDecimal estimate,
        @Schema(description = ItemFields.VALUE) @Nullable BigDecimal value,
        @Schema(description = ItemFields.TIME_CRITICALITY) @Nullable BigDecimal timeCriticality,
        @Schema(description = ItemFields.RISK_REDUCTION) @Nullable BigDecimal riskReduction,
        @Schema(description = ItemFields.REACH) @Nullable BigDecimal reach,
        @Schema(description = ItemFields.IMPACT) @Nullable BigDecimal impact,
        @Schema(description = ItemFields.CONFIDENCE) @Nullable BigDecimal confidence,
        @Schema(description = ApiTexts.ITEM_STATUS) ShownStatus status,
        @Schema(description = "The work on the item in a sprint, as far as it is known here.")
                ItemWork work,
        @Schema(description = ApiTexts.ITEM_READINESS) ItemReadiness readiness,
        @Schema(description = ApiTexts.ITEM_OPEN_CRITERIA) long openCriteria,
        @Schema(description = ApiTexts.RANK) String rank,
        @Schema(description = ApiTexts.SCORE) @Nullable BigDecimal score,
        @Schema(description = ApiTexts.COVERAGE) @Nullable BigDecimal coverage,
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
