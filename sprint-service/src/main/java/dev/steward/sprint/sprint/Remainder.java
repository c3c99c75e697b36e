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

/// The unfinished part of an item that is split, which becomes an item of its own. Title and
/// estimate have the limits of every item.
@Schema(name = "SplitRemainder")
record Remainder(
        @Schema(description = "Title of the new item.") @NotBlank @Size(max = 250) String title,
        @Schema(
                        description =
                                "Points of the new item: 0 to the estimate of the item that is split, which is reduced by them. Absent: the new item is not estimated and the split item keeps its estimate. Needs the right ESTIMATE.")
                @Nullable
                @DecimalMin("0")
                @DecimalMax("1000")
                @Digits(integer = 4, fraction = 3)
                BigDecimal estimate) {

    Remainder {
        title = Optional.ofNullable(title).orElse("").strip();
    }

    boolean isEstimated() {
        return estimate != null;
    }

    /// The estimate that the split item keeps; null when nothing is left of it.
    ///
    /// @param whole the estimate of the item; null when it is not estimated
    /// @param at JSON pointer to this remainder in the request body
    /// @throws RemainderDoesNotFit when this estimate is not a part of the item's
    @Nullable BigDecimal subtractFrom(@Nullable BigDecimal whole, String at) {
        if (estimate == null) {
            return whole;
        }
        if (whole == null) {
            throw RemainderDoesNotFit.ofUnestimated(at);
        }
        if (estimate.compareTo(whole) > 0) {
            throw RemainderDoesNotFit.tooLarge(at, whole);
        }
        var left = whole.subtract(estimate);
        return left.signum() == 0 ? null : left;
    }
}
