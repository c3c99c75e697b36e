package dev.steward.backlog.item;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
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
        @JsonUnwrapped ItemText text,
        @Nullable UUID splitFrom,
        @Nullable BigDecimal estimate,
        @JsonUnwrapped ValueInputs inputs,
        ItemStatus status,
        List<ReadinessRule> failingRules,
        long openCriteria) {

    static ItemState of(BacklogItem item) {
        return new ItemState(
                item.id(),
                item.key(),
                item.number(),
                item.productId(),
                item.text(),
                item.splitFrom(),
                item.estimate(),
                item.inputs(),
                item.status(),
                item.failingRules(),
                item.openCriteria());
    }
}
