package dev.steward.backlog.scoring;

import static dev.steward.backlog.scoring.Numbers.PRECISION;

import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;

/// The declared scale of a factor. Scores are normalised by it and never by the list at hand, so
/// that no item's score depends on which others there are.
record Scale(@NotNull BigDecimal min, @NotNull BigDecimal max) {

    static Scale upTo(int max) {
        return new Scale(BigDecimal.ZERO, BigDecimal.valueOf(max));
    }

    boolean isEmpty() {
        return min.compareTo(max) >= 0;
    }

    /// @return in [0,1]: what lies outside the scale counts as its end
    BigDecimal normalize(BigDecimal input) {
        var clamped = input.max(min).min(max);
        return clamped.subtract(min).divide(max.subtract(min), PRECISION);
    }

    BigDecimal middle() {
        return min.add(max).divide(BigDecimal.TWO, PRECISION);
    }
}
