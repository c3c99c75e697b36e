package dev.steward.backlog.scoring.model;

import static dev.steward.backlog.scoring.model.Numbers.rounded;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A score and how it was computed.
///
/// @param score 6 decimals; null when too little is known, then `reason` is set
/// @param coverage share of the inputs that are known, 0 to 1, 6 decimals
public record Score(
        @Nullable BigDecimal score,
        BigDecimal coverage,
        @Nullable NoScoreReason reason,
        List<FactorContribution> factors) {

    /// Why there is no score.
    public record NoScoreReason(
            @Schema(
                            description =
                                    "`missing-input`: the formula needs an input that is not known. `no-effort`:"
                                            + " the estimate is 0, and the formula divides by it. `nothing-known`: no input of"
                                            + " the model is known.")
                    String code,
            @Schema(description = "Factors whose input is missing; enter these to get a score.")
                    List<Factor> missing) {}

    static Score of(BigDecimal score, BigDecimal coverage, List<FactorContribution> factors) {
        return new Score(rounded(score), rounded(coverage), null, factors);
    }

    static Score nothingKnown(BigDecimal coverage, List<FactorContribution> factors) {
        return none("nothing-known", coverage, factors, factors.stream());
    }

    static Score missingInput(BigDecimal coverage, List<FactorContribution> factors) {
        var missing =
                factors.stream().filter(share -> share.source() == FactorContribution.Source.NONE);
        return none("missing-input", coverage, factors, missing);
    }

    /// The estimate is 0, and the formula divides by it.
    static Score noEffort(BigDecimal coverage, List<FactorContribution> factors) {
        return none("no-effort", coverage, factors, Stream.empty());
    }

    private static Score none(
            String code,
            BigDecimal coverage,
            List<FactorContribution> factors,
            Stream<FactorContribution> missing) {
        return new Score(
                null,
                rounded(coverage),
                new NoScoreReason(code, missing.map(FactorContribution::name).toList()),
                factors);
    }

    /// Whether demand itself counts, and not only the number of people asking.
    public boolean countsDemand() {
        return factors.stream().anyMatch(FactorContribution::isDemand);
    }
}
