package dev.steward.sprint.sprint;

import dev.steward.platform.web.problem.FieldError;
import dev.steward.platform.web.problem.Invalid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The unfinished part of an item that is split, which becomes an item of its own. Title and
/// estimate have the limits of every item.
@Schema(name = "SplitRemainder")
public record Remainder(
        @Schema(description = "Title of the new item.") @NotBlank @Size(max = 250) String title,
        @Schema(
                        description =
                                "Points of the new item: 0 to the estimate of the item that is split, which is reduced by them. Absent: the new item is not estimated and the split item keeps its estimate. Needs the right ESTIMATE.")
                @Nullable
                @DecimalMin("0")
                @DecimalMax("1000")
                @Digits(integer = 4, fraction = 3)
                BigDecimal estimate) {

    public Remainder {
        title = Optional.ofNullable(title).orElse("").strip();
    }

    public boolean isEstimated() {
        return estimate != null;
    }

    /// The estimate that the split item keeps; null when nothing is left of it.
    ///
    /// @param whole the estimate of the item; null when it is not estimated
    /// @param at JSON pointer to this remainder in the request body
    /// @throws DoesNotFit when this estimate is not a part of the item's
    @Nullable BigDecimal subtractFrom(@Nullable BigDecimal whole, String at) {
        if (estimate == null) {
            return whole;
        }
        if (whole == null) {
            throw DoesNotFit.ofUnestimated(at);
        }
        if (estimate.compareTo(whole) > 0) {
            throw DoesNotFit.tooLarge(at, whole);
        }
        var left = whole.subtract(estimate);
        return left.signum() == 0 ? null : left;
    }

    /// The estimate of a remainder is not a part of the estimate of the item that is split.
    static final class DoesNotFit extends Invalid {

        private DoesNotFit(FieldError error) {
            super(error);
        }

        static DoesNotFit ofUnestimated(String at) {
            return new DoesNotFit(
                    FieldError.at(
                            at + "/estimate",
                            "not-allowed",
                            "The item is not estimated, so its remainder cannot be."));
        }

        /// With the code and parameter of every upper limit.
        static DoesNotFit tooLarge(String at, BigDecimal whole) {
            return new DoesNotFit(
                    new FieldError(
                            at + "/estimate",
                            null,
                            "decimal-max",
                            Map.of("value", whole.toPlainString()),
                            "The estimate of the remainder is at most that of the item: "
                                    + whole.toPlainString()
                                    + "."));
        }
    }
}
