package dev.steward.sprint.sprint;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What was not done of an item that is split: an item of its own from then on. Its limits are
/// those of every item.
@Schema(name = "SprintClosingRest")
record Rest(
        @NotBlank @Size(max = 250) String title,
        @Schema(
                        description =
                                "Its part of the item's estimate; what it leaves is what was done. Absent: it is not estimated, and the item keeps its estimate. Needs the right ESTIMATE.")
                @Nullable
                @DecimalMin("0")
                @DecimalMax("1000")
                @Digits(integer = 4, fraction = 3)
                BigDecimal estimate) {

    Rest {
        title = Optional.ofNullable(title).orElse("").strip();
    }

    boolean isSized() {
        return estimate != null;
    }

    /// What was done of an item: nothing left is no estimate.
    ///
    /// @param whole the estimate of the item; null where it has none
    /// @param at pointer to this in the request
    /// @throws RestDoesNotFit
    @Nullable BigDecimal leavesOf(@Nullable BigDecimal whole, String at) {
        if (estimate == null) {
            return whole;
        }
        if (whole == null) {
            throw RestDoesNotFit.ofNothing(at);
        }
        if (estimate.compareTo(whole) > 0) {
            throw RestDoesNotFit.tooLarge(at, whole);
        }
        var left = whole.subtract(estimate);
        return left.signum() == 0 ? null : left;
    }
}
