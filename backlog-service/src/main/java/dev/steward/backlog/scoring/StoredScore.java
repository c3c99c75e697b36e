package dev.steward.backlog.scoring;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What of a score is kept, for sorting and lists.
///
/// @param telling to be shown rounded to those who may not know what a company is worth
/// @param day the UTC day whose demand counts
record StoredScore(
        @Nullable BigDecimal score,
        BigDecimal coverage,
        boolean telling,
        long modelVersion,
        LocalDate day) {

    static StoredScore of(Score score, Inputs inputs, long modelVersion) {
        return new StoredScore(
                score.score(),
                score.coverage(),
                score.countsDemand() && inputs.demand().isConfidential(),
                modelVersion,
                inputs.day());
    }
}
