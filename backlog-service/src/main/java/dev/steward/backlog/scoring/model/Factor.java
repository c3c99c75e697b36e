package dev.steward.backlog.scoring.model;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// The factors that a score can be made of.
public enum Factor {
    VALUE(Scale.upTo(20)),
    TIME_CRITICALITY(Scale.upTo(20)),
    RISK_REDUCTION(Scale.upTo(20)),
    /// No scale: demand is unlimited and is normalized by the [DemandReference].
    DEMAND(null),
    /// The estimate.
    EFFORT(Scale.upTo(20)),
    /// People or events per period. The size depends on the product, so the model must declare a
    /// scale.
    REACH(null),
    IMPACT(Scale.upTo(3)),
    CONFIDENCE(Scale.upTo(1));

    private final @Nullable Scale defaultScale;

    Factor(@Nullable Scale defaultScale) {
        this.defaultScale = defaultScale;
    }

    @Nullable Scale defaultScale() {
        return defaultScale;
    }

    @Nullable BigDecimal typedIn(Inputs inputs) {
        return switch (this) {
            case VALUE -> inputs.value();
            case TIME_CRITICALITY -> inputs.timeCriticality();
            case RISK_REDUCTION -> inputs.riskReduction();
            case DEMAND -> null;
            case EFFORT -> inputs.effort();
            case REACH -> inputs.reach();
            case IMPACT -> inputs.impact();
            case CONFIDENCE -> inputs.confidence();
        };
    }
}
