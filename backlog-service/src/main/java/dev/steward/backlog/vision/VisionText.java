package dev.steward.backlog.vision;

import dev.steward.platform.messaging.Changes;
import org.jspecify.annotations.Nullable;

/// What a vision says; each at most 4,000 characters.
///
/// @param statement the vision itself
/// @param targetGroup who it is for
/// @param needs what these need
/// @param product what makes the product special
/// @param businessGoals what it brings those who make it
record VisionText(
        String statement,
        @Nullable String targetGroup,
        @Nullable String needs,
        @Nullable String product,
        @Nullable String businessGoals) {

    /// @param from null where nothing was said before
    static Changes changes(@Nullable VisionText from, VisionText to) {
        return Changes.of("statement", from == null ? null : from.statement, to.statement)
                .and("targetGroup", from == null ? null : from.targetGroup, to.targetGroup)
                .and("needs", from == null ? null : from.needs, to.needs)
                .and("product", from == null ? null : from.product, to.product)
                .and("businessGoals", from == null ? null : from.businessGoals, to.businessGoals);
    }
}
