package dev.steward.backlog.item;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The state of an item in its events, without rank, score, demand and work.
///
/// @param splitFrom the item whose unfinished part this is; null for all others
/// @param status the item's own status, without that of the work on it
/// @param failingRules readiness rules that are not met
/// @param openCriteria number of acceptance criteria that are not met
public record ItemState(
        UUID id,
        String key,
        long number,
        UUID productId,
        ItemType type,
        String title,
        @Nullable String description,
        List<Criterion> acceptanceCriteria,
        List<String> labels,
        @Nullable UUID goalId,
        @Nullable UUID splitFrom,
        @Nullable BigDecimal estimate,
        @Nullable BigDecimal value,
        @Nullable BigDecimal timeCriticality,
        @Nullable BigDecimal riskReduction,
        @Nullable BigDecimal reach,
        @Nullable BigDecimal impact,
        @Nullable BigDecimal confidence,
        ItemStatus status,
        List<ReadinessRule> failingRules,
        long openCriteria) {

    static ItemState of(BacklogItem item) {
        var text = item.text();
        var inputs = item.inputs();
        return new ItemState(
                item.id(),
                item.key(),
                item.number(),
                item.productId(),
                text.type(),
                text.title(),
                text.description(),
                text.criteria(),
                text.labels(),
                text.goalId(),
                item.splitFrom(),
                item.estimate(),
                inputs.value(),
                inputs.timeCriticality(),
                inputs.riskReduction(),
                inputs.reach(),
                inputs.impact(),
                inputs.confidence(),
                item.status(),
                item.failingRules(),
                item.openCriteria());
    }
}
