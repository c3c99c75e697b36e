package dev.steward.backlog.scoring.model;

import static dev.steward.backlog.scoring.model.Numbers.PRECISION;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/// Reach x impact x confidence / effort. The number of people asking counts as reach where it is
/// larger than the entered reach.
record Rice(DemandReference reference) implements ScoringModel {

    private static final BigDecimal INPUTS = BigDecimal.valueOf(4);

    @Override
    public Kind kind() {
        return Kind.RICE;
    }

    @Override
    public Score score(Inputs inputs) {
        var asking = BigDecimal.valueOf(inputs.demand().personCount());
        var reach =
                EffectiveInput.enteredOrDemand(
                        inputs.reach(), asking, FactorContribution.Source.PEOPLE_ASKING, inputs);
        var impact = EffectiveInput.typed(inputs.impact());
        var confidence = EffectiveInput.typed(inputs.confidence());
        var effort = EffectiveInput.typed(inputs.effort());
        var known =
                Stream.of(reach, impact, confidence, effort)
                        .filter(EffectiveInput::isKnown)
                        .count();
        var coverage = BigDecimal.valueOf(known).divide(INPUTS, PRECISION);
        var contributions =
                List.of(
                        FactorContribution.unweighted(Factor.REACH, reach, null),
                        FactorContribution.unweighted(Factor.IMPACT, impact, null),
                        FactorContribution.unweighted(Factor.CONFIDENCE, confidence, null),
                        FactorContribution.unweighted(Factor.EFFORT, effort, null));
        if (reach.input() == null
                || impact.input() == null
                || confidence.input() == null
                || effort.input() == null) {
            return Score.missingInput(coverage, contributions);
        }
        if (effort.input().signum() == 0) {
            return Score.noEffort(coverage, contributions);
        }
        var gain = reach.input().multiply(impact.input()).multiply(confidence.input());
        return Score.of(gain.divide(effort.input(), PRECISION), coverage, contributions);
    }
}
