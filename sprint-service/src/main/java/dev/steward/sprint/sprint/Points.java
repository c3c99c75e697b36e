package dev.steward.sprint.sprint;

import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// The points of an item in a sprint, and whether it is done. An item without an estimate has 0.
///
/// @param estimate in points; null when the item is not estimated
/// @param doneEstimate the estimate when the item was done, which counts as completed whatever is
///   estimated later; null while it is not done or when it had no estimate
@Embeddable
record Points(@Nullable BigDecimal estimate, @Nullable BigDecimal doneEstimate, boolean done) {

    static Points of(@Nullable BigDecimal estimate) {
        return new Points(estimate, null, false);
    }

    Points withEstimate(@Nullable BigDecimal to) {
        return new Points(to, doneEstimate, done);
    }

    Points whenDone() {
        return new Points(estimate, estimate, true);
    }

    Points whenReopened() {
        return new Points(estimate, null, false);
    }

    BigDecimal total() {
        return estimate == null ? BigDecimal.ZERO : estimate;
    }

    BigDecimal remaining() {
        return done ? BigDecimal.ZERO : total();
    }

    /// The estimate when it was done; 0 while it is not.
    BigDecimal completed() {
        return doneEstimate == null ? BigDecimal.ZERO : doneEstimate;
    }

    boolean isEstimatedAt(@Nullable BigDecimal other) {
        return estimate == null || other == null
                ? estimate == other
                : estimate.compareTo(other) == 0;
    }
}
