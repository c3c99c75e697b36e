package dev.steward.backlog.item;

import dev.steward.backlog.goal.GoalReference;
import dev.steward.platform.access.Grant;
import dev.steward.platform.access.Person;
import dev.steward.platform.web.Representation;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// An item in full.
///
/// @param goal the goal that it serves
/// @param splitFrom the item that this is the rest of
/// @param status derived from its own and the work on it
/// @param rank compare bytewise
/// @param score null where too little is known
/// @param coverage share of the scoring model's inputs that are known, 0 to 1
@Schema(name = "Item")
record ItemView(
        UUID id,
        String key,
        long number,
        UUID productId,
        ItemType type,
        String title,
        @Nullable String description,
        List<Criterion> acceptanceCriteria,
        List<String> labels,
        @Nullable GoalReference goal,
        @Schema(description = "The item that this is the rest of.")
                @Nullable ItemReference splitFrom,
        @Nullable BigDecimal estimate,
        @Nullable BigDecimal value,
        @Nullable BigDecimal timeCriticality,
        @Nullable BigDecimal riskReduction,
        @Nullable BigDecimal reach,
        @Nullable BigDecimal impact,
        @Nullable BigDecimal confidence,
        ShownStatus status,
        ItemWork work,
        ItemReadiness readiness,
        long openCriteria,
        String rank,
        @Nullable BigDecimal score,
        @Nullable BigDecimal coverage,
        Instant createdAt,
        Person createdBy,
        long version) {

    static ItemView of(ItemDetails rankAndScore, Grant grant) {
        var item = rankAndScore.item();
        return new ItemView(
                item.id(),
                item.key(),
                item.number(),
                item.productId(),
                item.type(),
                item.title(),
                item.description(),
                item.acceptanceCriteria(),
                item.labels(),
                rankAndScore.goal(),
                rankAndScore.splitFrom(),
                item.estimate(),
                item.value(),
                item.timeCriticality(),
                item.riskReduction(),
                item.reach(),
                item.impact(),
                item.confidence(),
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

    String etag() {
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
