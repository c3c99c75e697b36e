package dev.steward.backlog.scoring.model;

import static dev.steward.backlog.scoring.model.Numbers.PRECISION;
import static dev.steward.backlog.scoring.model.Numbers.rounded;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/// Weighted shortest job first: (value + time criticality + risk reduction) / job size. Demand
/// counts as value where it is larger than the entered value. Risk reduction is 0 unless entered.
record Wsjf(DemandReference reference) implements ScoringModel {

    /// The largest value: all possible demand counts as this much.
    private static final BigDecimal MAX_VALUE = BigDecimal.valueOf(20);

    private static final BigDecimal INPUTS = BigDecimal.valueOf(4);

    @Override
    public Kind kind() {
        return Kind.WSJF;
    }

    @Override
    public Score score(Inputs inputs) {
        var demanded = rounded(MAX_VALUE.multiply(reference.normalize(inputs.demandToday())));
        var value =
                EffectiveInput.enteredOrDemand(
                        inputs.value(), demanded, FactorContribution.Source.DEMAND, inputs);
        var urgency = EffectiveInput.typed(inputs.timeCriticality());
        var risk = EffectiveInput.typed(inputs.riskReduction()).orDefault(BigDecimal.ZERO);
        var size = EffectiveInput.typed(inputs.effort());
        var known = Stream.of(value, urgency, risk, size).filter(EffectiveInput::isKnown).count();
        var coverage = BigDecimal.valueOf(known).divide(INPUTS, PRECISION);
        var contributions =
                List.of(
                        perSize(Factor.VALUE, value, size),
                        perSize(Factor.TIME_CRITICALITY, urgency, size),
                        perSize(Factor.RISK_REDUCTION, risk, size),
                        FactorContribution.unweighted(Factor.EFFORT, size, null));
        if (value.input() == null
                || urgency.input() == null
                || risk.input() == null
                || size.input() == null) {
            return Score.missingInput(coverage, contributions);
        }
        if (size.input().signum() == 0) {
            return Score.noEffort(coverage, contributions);
        }
        var costOfDelay = value.input().add(urgency.input()).add(risk.input());
        return Score.of(costOfDelay.divide(size.input(), PRECISION), coverage, contributions);
    }

    private static FactorContribution perSize(
            Factor factor, EffectiveInput counted, EffectiveInput size) {
        return FactorContribution.unweighted(
                factor,
                counted,
                size.input() == null || size.input().signum() == 0
                        ? null
                        : counted.map(input -> input.divide(size.input(), PRECISION)));
    }
}
