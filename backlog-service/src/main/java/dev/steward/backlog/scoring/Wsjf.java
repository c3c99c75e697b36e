package dev.steward.backlog.scoring;

import static dev.steward.backlog.scoring.Numbers.PRECISION;
import static dev.steward.backlog.scoring.Numbers.rounded;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/// Weighted shortest job first: (value + time criticality + risk reduction) / job size. Demand
/// speaks up for value where people have typed less. Risk reduction is 0 unless somebody says
/// otherwise.
record Wsjf(DemandReference reference) implements ScoringModel {

    /// The top of the WSJF steps: all the demand in the world is worth that much value.
    private static final BigDecimal MOST_VALUE = BigDecimal.valueOf(20);

    private static final BigDecimal INPUTS = BigDecimal.valueOf(4);

    @Override
    public Kind kind() {
        return Kind.WSJF;
    }

    @Override
    public Score score(Inputs inputs) {
        var demanded = rounded(MOST_VALUE.multiply(reference.normalize(inputs.demandToday())));
        var value = Counted.orDemand(inputs.value(), demanded, Share.Source.DEMAND, inputs);
        var urgency = Counted.typed(inputs.timeCriticality());
        var risk = Counted.typed(inputs.riskReduction()).otherwise(BigDecimal.ZERO);
        var size = Counted.typed(inputs.effort());
        var known = Stream.of(value, urgency, risk, size).filter(Counted::isKnown).count();
        var coverage = BigDecimal.valueOf(known).divide(INPUTS, PRECISION);
        var shares =
                List.of(
                        perSize(Factor.VALUE, value, size),
                        perSize(Factor.TIME_CRITICALITY, urgency, size),
                        perSize(Factor.RISK_REDUCTION, risk, size),
                        Share.unweighted(Factor.EFFORT, size, null));
        if (value.input() == null
                || urgency.input() == null
                || risk.input() == null
                || size.input() == null) {
            return Score.missingInput(coverage, shares);
        }
        if (size.input().signum() == 0) {
            return Score.noEffort(coverage, shares);
        }
        var costOfDelay = value.input().add(urgency.input()).add(risk.input());
        return Score.of(costOfDelay.divide(size.input(), PRECISION), coverage, shares);
    }

    private static Share perSize(Factor factor, Counted counted, Counted size) {
        return Share.unweighted(
                factor,
                counted,
                size.input() == null || size.input().signum() == 0
                        ? null
                        : counted.map(input -> input.divide(size.input(), PRECISION)));
    }
}
