package dev.steward.backlog.item;

import dev.steward.platform.access.Grant;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// Rank and score of an item, from tables with versions of their own.
///
/// @param rank compare bytewise
/// @param score null when too little is known
/// @param coverage share of the model's inputs that are known, 0 to 1
/// @param telling whether the exact score would reveal what a single company is worth
public record RankAndScore(
        String rank, @Nullable BigDecimal score, @Nullable BigDecimal coverage, boolean telling) {

    public @Nullable BigDecimal scoreFor(Grant grant) {
        return new DisplayScore(score, telling).visibleTo(grant);
    }
}
