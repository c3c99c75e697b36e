package dev.steward.backlog.scoring;

import dev.steward.backlog.scoring.model.Inputs;
import dev.steward.backlog.scoring.model.Score;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The stored part of a score, for sorting and lists.
///
/// @param telling whether the exact score would reveal what a single company is worth
/// @param day UTC day whose demand counts
public record StoredScore(
        @Nullable BigDecimal score,
        BigDecimal coverage,
        boolean telling,
        long modelVersion,
        LocalDate day) {

    public static StoredScore of(Score score, Inputs inputs, long modelVersion) {
        return new StoredScore(
                score.score(),
                score.coverage(),
                score.countsDemand() && inputs.demand().isConfidential(),
                modelVersion,
                inputs.day());
    }
}
