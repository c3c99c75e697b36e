package dev.steward.backlog.item;

import dev.steward.platform.access.Grant;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// Where an item stands, and what it scores: of other tables, with versions of their own.
///
/// @param rank compares bytewise
/// @param score null where too little is known
/// @param coverage share of the model's inputs that are known, 0 to 1
/// @param telling whether the score would tell what single companies are worth
record RankAndScore(
        String rank, @Nullable BigDecimal score, @Nullable BigDecimal coverage, boolean telling) {

    @Nullable BigDecimal scoreFor(Grant grant) {
        return new DisplayScore(score, telling).visibleTo(grant);
    }
}
