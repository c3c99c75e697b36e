package dev.steward.backlog.scoring;

import static dev.steward.backlog.scoring.Numbers.PRECISION;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/// Reach x impact x confidence / effort. The number of people asking speaks up for reach where
/// people have typed less.
record Rice(DemandReference reference) implements ScoringModel {

    private static final BigDecimal INPUTS = BigDecimal.valueOf(4);

    @Override
    public Kind kind() {
        return Kind.RICE;
    }

    @Override
    public Score score(Inputs inputs) {
        var asking = BigDecimal.valueOf(inputs.demand().personCount());
        var reach = Counted.orDemand(inputs.reach(), asking, Share.Source.PEOPLE_ASKING, inputs);
        var impact = Counted.typed(inputs.impact());
        var confidence = Counted.typed(inputs.confidence());
        var effort = Counted.typed(inputs.effort());
        var known = Stream.of(reach, impact, confidence, effort).filter(Counted::isKnown).count();
        var coverage = BigDecimal.valueOf(known).divide(INPUTS, PRECISION);
        var shares =
                List.of(
                        Share.unweighted(Factor.REACH, reach, null),
                        Share.unweighted(Factor.IMPACT, impact, null),
                        Share.unweighted(Factor.CONFIDENCE, confidence, null),
                        Share.unweighted(Factor.EFFORT, effort, null));
        if (reach.input() == null
                || impact.input() == null
                || confidence.input() == null
                || effort.input() == null) {
            return Score.missingInput(coverage, shares);
        }
        if (effort.input().signum() == 0) {
            return Score.noEffort(coverage, shares);
        }
        var gain = reach.input().multiply(impact.input()).multiply(confidence.input());
        return Score.of(gain.divide(effort.input(), PRECISION), coverage, shares);
    }
}
