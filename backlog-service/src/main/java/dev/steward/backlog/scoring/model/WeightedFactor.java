package dev.steward.backlog.scoring.model;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// A factor of a weighted model.
///
/// @param weight more than 0; only its proportion to the others matters
/// @param cost true when more of it is worse: it counts inverted
/// @param scale null for demand only
/// @param standIn input that counts when the model says `DEFAULT`; null: the middle of the scale
record WeightedFactor(
        Factor name,
        BigDecimal weight,
        boolean cost,
        @Nullable Scale scale,
        @Nullable BigDecimal standIn) {

    WeightedInput weigh(
            Inputs inputs, ModelDefinition.MissingInputPolicy missing, DemandReference reference) {
        if (name == Factor.DEMAND) {
            var demanded =
                    EffectiveInput.enteredOrDemand(
                            null, inputs.demandToday(), FactorContribution.Source.DEMAND, inputs);
            return new WeightedInput(
                    this, demanded, demanded.map(demand -> direct(reference.normalize(demand))));
        }
        var counted = counted(inputs, missing);
        var normalized = counted.map(input -> direct(requireNonNull(scale).normalize(input)));
        return new WeightedInput(
                this,
                counted,
                missing == ModelDefinition.MissingInputPolicy.ZERO && normalized == null
                        ? BigDecimal.ZERO
                        : normalized);
    }

    private EffectiveInput counted(Inputs inputs, ModelDefinition.MissingInputPolicy missing) {
        var typed = EffectiveInput.typed(name.typedIn(inputs));
        return missing == ModelDefinition.MissingInputPolicy.DEFAULT
                ? typed.orDefault(standIn == null ? requireNonNull(scale).middle() : standIn)
                : typed;
    }

    private BigDecimal direct(BigDecimal normalized) {
        return cost ? BigDecimal.ONE.subtract(normalized) : normalized;
    }
}
