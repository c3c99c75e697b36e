package dev.steward.backlog.scoring.explanation;

import dev.steward.backlog.scoring.ActiveModel;
import dev.steward.backlog.scoring.model.FactorContribution;
import dev.steward.backlog.scoring.model.Score;
import dev.steward.backlog.scoring.model.ScoringModel;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A score and how it was computed, as the caller may see it.
@Schema(name = "ItemScore")
record ScoreView(
        @Schema(
                        description =
                                "Score by the product's scoring model, up to 6 decimals; higher is"
                                        + " better. Rounded to 2 decimals for callers without the right"
                                        + " CUSTOMER_VALUE when it would reveal what a single company"
                                        + " is worth. Null when too little is known to compute one."
                                        + " Then `reason` says why.")
                @Nullable BigDecimal score,
        @Schema(description = "The scoring model that was used.") Model model,
        @Schema(
                        description =
                                "Share of the scoring model's inputs that are known for this item,"
                                        + " 0 to 1 (in a weighted model: by weight).")
                BigDecimal coverage,
        @Schema(description = "Why there is no score; null when there is one.")
                Score.@Nullable NoScoreReason reason,
        @Schema(description = "The day (UTC) whose demand counts: demand fades from day to day.")
                LocalDate day,
        @Schema(description = "What each factor of the model adds to the score.")
                List<FactorContribution> factors) {

    @Schema(name = "ScoringModelReference")
    record Model(
            @Schema(
                            description =
                                    "WEIGHTED (weighted mean of chosen factors), WSJF (cost of"
                                            + " delay divided by effort) or RICE (reach x impact x"
                                            + " confidence / effort).")
                    ScoringModel.Kind kind,
            @Schema(
                            description =
                                    "Version of the product's scoring model; 0 is the default that"
                                            + " nobody has changed.")
                    long version) {}

    static ScoreView exact(Score score, ActiveModel model, LocalDate day) {
        return new ScoreView(
                score.score(),
                new Model(model.definition().kind(), model.version()),
                score.coverage(),
                score.reason(),
                day,
                score.factors());
    }

    /// Demand with one significant digit, the score with 2 decimals: with so few companies, more
    /// would reveal what one of them is worth.
    ScoreView rounded() {
        return new ScoreView(
                score == null ? null : score.setScale(2, RoundingMode.HALF_UP),
                model,
                coverage,
                reason,
                day,
                factors.stream().map(FactorContribution::withRoundedDemand).toList());
    }
}
