package dev.steward.sprint.sprint;

import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// What an item weighs in a sprint, and whether that is done. Without an estimate it weighs
/// nothing.
///
/// @param doneEstimate what it was estimated at when it was done: that counts, whatever is
///   estimated later
@Embeddable
record Weight(@Nullable BigDecimal estimate, @Nullable BigDecimal doneEstimate, boolean done) {

    static Weight of(@Nullable BigDecimal estimate) {
        return new Weight(estimate, null, false);
    }

    Weight estimated(@Nullable BigDecimal to) {
        return new Weight(to, doneEstimate, done);
    }

    Weight whenDone() {
        return new Weight(estimate, estimate, true);
    }

    Weight whenReopened() {
        return new Weight(estimate, null, false);
    }

    BigDecimal points() {
        return estimate == null ? BigDecimal.ZERO : estimate;
    }

    BigDecimal remaining() {
        return done ? BigDecimal.ZERO : points();
    }

    /// Its estimate when it was done; nothing while it is not.
    BigDecimal completed() {
        return doneEstimate == null ? BigDecimal.ZERO : doneEstimate;
    }

    boolean isEstimatedAt(@Nullable BigDecimal other) {
        return estimate == null || other == null
                ? estimate == other
                : estimate.compareTo(other) == 0;
    }
}
