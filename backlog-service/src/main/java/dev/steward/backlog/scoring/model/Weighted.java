package dev.steward.backlog.scoring.model;

import static dev.steward.backlog.scoring.model.Numbers.PRECISION;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Predicate;

/// The weighted mean of its factors, each between 0 and 1: sum(w x n) / sum(w).
record Weighted(
        List<WeightedFactor> factors,
        ModelDefinition.MissingInputPolicy missing,
        DemandReference reference)
        implements ScoringModel {

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
