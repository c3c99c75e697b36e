package dev.steward.backlog.scoring;

import static dev.steward.backlog.scoring.Numbers.PRECISION;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Predicate;

/// The weighted mean of its factors, each between 0 and 1: sum(w x n) / sum(w).
record Weighted(List<WeightedFactor> factors, MissingInputPolicy missing, DemandReference reference)
        implements ScoringModel {

    /// What counts for a factor whose input is not known.
    enum MissingInputPolicy {
        /// The factor and its weight are left out.
        EXCLUDE,
        /// The factor counts as 0 and keeps its weight.
        ZERO,
        /// The factor's `standIn`, otherwise the middle of its scale.
        DEFAULT
    }

    Weighted {
        factors = List.copyOf(factors);
    }

    @Override
    public Kind kind() {
        return Kind.WEIGHTED;
    }

    @Override
    public Score score(Inputs inputs) {
        var weighed =
                factors.stream().map(factor -> factor.weigh(inputs, missing, reference)).toList();
        var known = weightOf(weighed, WeightedInput::isKnown);
        var coverage = known.divide(weightOf(weighed, _ -> true), PRECISION);
        var counted = weightOf(weighed, WeightedInput::counts);
        var contributions =
                weighed.stream()
                        .map(weightedInput -> weightedInput.contributionOf(counted))
                        .toList();
        if (known.signum() == 0) {
            return Score.nothingKnown(coverage, contributions);
        }
        var sum =
                weighed.stream()
                        .map(WeightedInput::weighted)
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        return Score.of(sum.divide(counted, PRECISION), coverage, contributions);
    }

    private static BigDecimal weightOf(
            List<WeightedInput> weighed, Predicate<WeightedInput> which) {
        return weighed.stream()
                .filter(which)
                .map(weightedInput -> weightedInput.factor().weight())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
