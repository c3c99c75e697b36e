package dev.steward.backlog.scoring.model;

import static dev.steward.backlog.scoring.model.Numbers.PRECISION;

import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// The scale of a factor. Scores are normalized by it and never by the other items, so that an
/// item's score does not depend on them.
@Schema(name = "ScoringFactorScale")
record Scale(
        @Schema(description = "Input that counts as 0.") @NotNull BigDecimal min,
        @Schema(description = "Input that counts as 1; larger than `min`.") @NotNull
                BigDecimal max) {

    static Scale upTo(int max) {
        return new Scale(BigDecimal.ZERO, BigDecimal.valueOf(max));
    }

    boolean isEmpty() {
        return min.compareTo(max) >= 0;
    }

    /// @return 0 to 1; an input outside the scale counts as its end
    BigDecimal normalize(BigDecimal input) {
        var clamped = input.max(min).min(max);
        return clamped.subtract(min).divide(max.subtract(min), PRECISION);
    }

    BigDecimal middle() {
        return min.add(max).divide(BigDecimal.TWO, PRECISION);
    }
}
