package dev.steward.backlog.scoring;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A score and why, as the caller may see it.
///
/// @param score null when too little is known; then `reason` says why
/// @param coverage the share of the inputs that is known, 0 to 1
/// @param day the UTC day whose demand counts
@Schema(name = "ItemScore")
record ScoreView(
        @Nullable BigDecimal score,
        Model model,
        BigDecimal coverage,
        Score.@Nullable NoScoreReason reason,
        LocalDate day,
        List<FactorContribution> factors) {

    @Schema(name = "ScoringModelReference")
    record Model(ScoringModel.Kind kind, long version) {}

    static ScoreView exact(Score score, ActiveModel model, LocalDate day) {
        return new ScoreView(
                score.score(),
                new Model(model.definition().kind(), model.version()),
                score.coverage(),
                score.reason(),
                day,
                score.factors());
    }

    /// Demand to one significant digit, and the score with 2 decimals: so few companies stand
    /// behind it that more would tell what one of them is worth.
    ScoreView rounded() {
        return new ScoreView(
                score == null ? null : Numbers.toTwoDecimals(score),
                model,
                coverage,
                reason,
                day,
                factors.stream()
                        .map(share -> share.isDemand() ? share.roundedToOneDigit() : share)
                        .toList());
    }
}
