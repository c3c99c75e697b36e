package dev.steward.backlog.scoring;

import static dev.steward.backlog.scoring.Numbers.rounded;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a model says of an item, and why.
///
/// @param score 6 decimals; null when too little is known, and `reason` says so
/// @param coverage the share of the inputs that is known, 0 to 1, 6 decimals
record Score(
        @Nullable BigDecimal score,
        BigDecimal coverage,
        @Nullable NoScoreReason reason,
        List<FactorContribution> factors) {

    /// Why there is no score.
    ///
    /// @param code `missing-input`, `no-effort` where the estimate is 0, or `nothing-known` where
    ///   no input with a weight is known
    /// @param missing the factors that would have to be filled in
    record NoScoreReason(String code, List<Factor> missing) {}

    static Score of(BigDecimal score, BigDecimal coverage, List<FactorContribution> factors) {
        return new Score(rounded(score), rounded(coverage), null, factors);
    }

    static Score nothingKnown(BigDecimal coverage, List<FactorContribution> factors) {
        return none("nothing-known", coverage, factors, factors.stream());
    }

    static Score missingInput(BigDecimal coverage, List<FactorContribution> factors) {
        var missing = factors.stream().filter(share -> share.source() == FactorContribution.Source.NONE);
        return none("missing-input", coverage, factors, missing);
    }

    /// An effort of 0 divides nothing.
    static Score noEffort(BigDecimal coverage, List<FactorContribution> factors) {
        return none("no-effort", coverage, factors, Stream.empty());
    }

    private static Score none(
            String code, BigDecimal coverage, List<FactorContribution> factors, Stream<FactorContribution> missing) {
        return new Score(
                null,
                rounded(coverage),
                new NoScoreReason(code, missing.map(FactorContribution::name).toList()),
                factors);
    }

    /// Whether demand itself (and not only how many people ask) is part of it.
    boolean countsDemand() {
        return factors.stream().anyMatch(FactorContribution::isDemand);
    }
}
