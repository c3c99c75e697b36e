package dev.steward.feedback.demand;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Parameters of the demand formula. Every product has the defaults until it can set its own.
///
/// @param cap the most that one company adds, so that a large one does not decide alone
/// @param segmentWeights weight by segment; any other segment, and none, weighs 1
/// @param revenueReference yearly revenue that adds ln 2 = 0.69 to the weight of a company
/// @param halfLife days after which a term counts half
/// @param individualWeight weight of a person without a company
/// @param individualsCap the most that all people without a company add together
record DemandSettings(
        double cap,
        Map<String, Double> segmentWeights,
        double revenueReference,
        int halfLife,
        double individualWeight,
        double individualsCap) {

    static final DemandSettings DEFAULTS = new DemandSettings(10, Map.of(), 100_000, 180, 0.25, 24);

    double weightOf(@Nullable String segment) {
        return segment == null ? 1 : segmentWeights.getOrDefault(segment, 1.0);
    }

    double revenueFactor(@Nullable BigDecimal revenue) {
        var known = revenue == null ? 0 : revenue.doubleValue();
        return 1 + Math.log1p(known / revenueReference);
    }

    /// The fraction of a term that is left after some days, 0 to 1.
    double decay(long days) {
        return Math.pow(0.5, (double) days / halfLife);
    }
}
