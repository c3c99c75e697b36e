package dev.steward.backlog.scoring;

import static dev.steward.backlog.scoring.Numbers.PRECISION;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Predicate;

/// The weighted mean of its factors, each between 0 and 1: sum(w x n) / sum(w).
record Weighted(List<WeightedFactor> factors, Missing missing, DemandReference reference)
        implements ScoringModel {

    /// What stands for a factor that nothing is known of.
    enum Missing {
        /// It is left out, and so is its weight.
        EXCLUDE,
        /// It contributes nothing, and keeps its weight.
        ZERO,
        /// The factor's own default, else the middle of its scale.
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
        var known = weightOf(weighed, Weighing::isKnown);
        var coverage = known.divide(weightOf(weighed, _ -> true), PRECISION);
        var counted = weightOf(weighed, Weighing::counts);
        var shares = weighed.stream().map(weighing -> weighing.shareOf(counted)).toList();
        if (known.signum() == 0) {
            return Score.nothingKnown(coverage, shares);
        }
        var sum = weighed.stream().map(Weighing::weighted).reduce(BigDecimal.ZERO, BigDecimal::add);
        return Score.of(sum.divide(counted, PRECISION), coverage, shares);
    }

    private static BigDecimal weightOf(List<Weighing> weighed, Predicate<Weighing> which) {
        return weighed.stream()
                .filter(which)
                .map(weighing -> weighing.factor().weight())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
