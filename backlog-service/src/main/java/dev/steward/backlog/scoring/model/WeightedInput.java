package dev.steward.backlog.scoring.model;

import static dev.steward.backlog.scoring.model.Numbers.PRECISION;
import static dev.steward.backlog.scoring.model.Numbers.rounded;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// A weighted factor with its input for one item.
///
/// @param normalized 0 to 1; null when the factor does not count
record WeightedInput(
        WeightedFactor factor, EffectiveInput counted, @Nullable BigDecimal normalized) {

    boolean isKnown() {
        return counted.isKnown();
    }

    boolean counts() {
        return normalized != null;
    }

    BigDecimal weighted() {
        return normalized == null ? BigDecimal.ZERO : factor.weight().multiply(normalized);
    }

    /// @param counted weight of all factors that count
    FactorContribution contributionOf(BigDecimal counted) {
        return new FactorContribution(
                factor.name(),
                factor.weight(),
                this.counted.input(),
                normalized == null ? null : rounded(normalized),
                normalized == null ? null : rounded(weighted().divide(counted, PRECISION)),
                this.counted.source(),
                this.counted.asOf());
    }
}
