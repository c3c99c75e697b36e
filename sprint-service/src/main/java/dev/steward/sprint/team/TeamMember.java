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

/// How much of a person a team has. Capacity in hours = working days x hoursPerDay x focus.
///
/// @param hoursPerDay hours at work on a working day
/// @param focus the share of these hours that goes into the sprint, from above 0 to 1
@Schema(name = "TeamMemberInput")
record TeamMember(
        @NotNull
                @Size(min = 1, max = 255)
                @Pattern(regexp = TeamProfile.NO_CONTROL_CHARACTERS)
                @Schema(description = "The `sub` of a member of the product.", examples = "dana")
                String subject,
        @NotNull
                @DecimalMin(value = "0", inclusive = false)
                @DecimalMax("24")
                @Digits(integer = 2, fraction = 2)
                @Schema(description = "Hours at work on a working day.", examples = "8")
                BigDecimal hoursPerDay,
        @NotNull
                @DecimalMin(value = "0", inclusive = false)
                @DecimalMax("1")
                @Digits(integer = 1, fraction = 3)
                @Schema(
                        description = "The share of these hours that goes into the sprint.",
                        examples = "0.8")
                BigDecimal focus) {

    /// 0.80 is 0.8: a change of the notation is no change. What is missing stays so until it is
    /// validated.
    TeamMember {
        hoursPerDay = plain(hoursPerDay);
        focus = plain(focus);
    }

    private static BigDecimal plain(BigDecimal number) {
        return Optional.ofNullable(number).map(BigDecimal::stripTrailingZeros).orElse(number);
    }
}
