package dev.steward.sprint.team;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// How much of a person's time a team has. Capacity in hours = working days x hoursPerDay x focus.
///
/// @param hoursPerDay hours at work on a working day
/// @param focus the share of these hours that goes into the sprint; above 0, at most 1
@Schema(name = "TeamMemberInput")
record TeamMember(
        @NotNull
                @Size(min = 1, max = 255)
                @Pattern(regexp = TeamProfile.NO_CONTROL_CHARACTERS)
                @Schema(description = "`sub` of a member of the product.", examples = "dana")
                String subject,
        @NotNull
                @DecimalMin(value = "0", inclusive = false)
                @DecimalMax("24")
                @Digits(integer = 2, fraction = 2)
                @Schema(
                        description = "Hours at work on a working day; above 0, at most 24.",
                        examples = "8")
                BigDecimal hoursPerDay,
        @NotNull
                @DecimalMin(value = "0", inclusive = false)
                @DecimalMax("1")
                @Digits(integer = 1, fraction = 3)
                @Schema(
                        description =
                                "Share of these hours that goes into the sprint; above 0, at most 1.",
                        examples = "0.8")
                BigDecimal focus) {

    /// Trailing zeros are stripped, so that 0.80 instead of 0.8 is no change. A missing number
    /// stays null until validation.
    TeamMember {
        hoursPerDay = plain(hoursPerDay);
        focus = plain(focus);
    }

    private static BigDecimal plain(BigDecimal number) {
        return Optional.ofNullable(number).map(BigDecimal::stripTrailingZeros).orElse(number);
    }
}
