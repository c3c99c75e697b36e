package dev.steward.backlog.item;

import dev.steward.backlog.goal.GoalReference;
import dev.steward.platform.access.Grant;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// An item in a list.
///
/// @param rank compare bytewise
/// @param score null where too little is known
@Schema(name = "ItemSummary")
record ItemSummary(
        UUID id,
        String key,
        long number,
        ItemType type,
        String title,
        @Nullable String description,
        List<String> labels,
        @Nullable GoalReference goal,
        @Nullable BigDecimal estimate,
        ShownStatus status,
        ItemReadiness readiness,
        long openCriteria,
        String rank,
        @Nullable BigDecimal score,
        Instant createdAt,
        long version) {

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
