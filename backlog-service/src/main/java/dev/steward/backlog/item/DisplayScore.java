package dev.steward.backlog.item;

import dev.steward.platform.access.Grant;
import dev.steward.platform.access.Right;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/// A score as lists show it.
///
/// @param score null where too little is known
/// @param telling whether it would tell what single companies are worth
public record DisplayScore(@Nullable BigDecimal score, boolean telling) {

    /// A score that tells too much is rounded for those who may not know what customers are worth.
    public @Nullable BigDecimal visibleTo(Grant grant) {
        return score == null || !telling || grant.mayRead(Right.CUSTOMER_VALUE)
                ? score
                : score.setScale(2, RoundingMode.HALF_UP);
    }
}
