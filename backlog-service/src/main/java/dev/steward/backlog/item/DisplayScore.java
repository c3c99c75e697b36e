package dev.steward.backlog.item;

import dev.steward.platform.access.Grant;
import dev.steward.platform.access.Right;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/// A score as lists show it.
///
/// @param score null when too little is known
/// @param telling whether the exact score would reveal what a single company is worth
public record DisplayScore(@Nullable BigDecimal score, boolean telling) {

    /// The score, rounded when it is `telling` and the caller may not read customer values.
    public @Nullable BigDecimal visibleTo(Grant grant) {
        return score == null || !telling || grant.mayRead(Right.CUSTOMER_VALUE)
                ? score
                : score.setScale(2, RoundingMode.HALF_UP);
    }
}
