package dev.steward.backlog.vision;

import dev.steward.platform.messaging.store.Changes;
import org.jspecify.annotations.Nullable;

/// The text of a vision; each field at most 4,000 characters.
///
/// @param statement the vision itself
/// @param targetGroup who the product is for
/// @param needs what these people need
/// @param product what makes the product special
/// @param businessGoals what the product brings to those who make it
record VisionText(
        String statement,
        @Nullable String targetGroup,
        @Nullable String needs,
        @Nullable String product,
        @Nullable String businessGoals) {

    /// @param from null when nothing was written before
    static Changes changes(@Nullable VisionText from, VisionText to) {
        return Changes.of("statement", from == null ? null : from.statement, to.statement)
                .and("targetGroup", from == null ? null : from.targetGroup, to.targetGroup)
                .and("needs", from == null ? null : from.needs, to.needs)
                .and("product", from == null ? null : from.product, to.product)
                .and("businessGoals", from == null ? null : from.businessGoals, to.businessGoals);
    }
}
