package dev.steward.backlog.order.pin;

import dev.steward.backlog.order.Reorder;
import dev.steward.platform.web.problem.FieldError;
import dev.steward.platform.web.problem.Invalid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The fields of a pin that a request can set.
@Schema(
        name = "PinPatch",
        description =
                "What a merge patch may set; null deletes. Another `place` comes with what it"
                        + " needs.")
record PinFields(
        @Schema(description = PinFields.PLACE) @NotNull PinPlace place,
        @Schema(description = PinFields.POSITION) @Nullable @Min(1) @Max(1_000_000)
                Integer position,
        @Schema(description = PinFields.OTHER) @Nullable @Size(max = 64) String otherItemId,
        @Schema(description = "Why the item is pinned, at most 1,000 characters.")
                @NotBlank
                @Size(max = Reorder.MAX_REASON_LENGTH)
                String reason,
        @Schema(description = PinFields.EXPIRES) @Nullable LocalDate until) {

    static final String PLACE =
            "Where the pin holds its item: TOP, at a POSITION, or ABOVE or BELOW another "
                    + "item.";
    static final String POSITION =
            "Position that the pin holds, 1 is the top. Only with `place` POSITION, "
                    + "otherwise null. A position after the last item means the last.";
    static final String OTHER =
            "Id or key of the item that the pinned item stays above or below. Only with "
                    + "`place` ABOVE or BELOW, otherwise null.";
    static final String EXPIRES =
            "Last day (UTC) on which the pin counts; null when it counts until it is " + "deleted.";

    /// @throws Invalid when the last day is over, or a field that the place needs is missing, or
    ///   another is given
    void check(LocalDate today) {
        List<FieldError> errors = new ArrayList<>();
        check(errors, "position", position != null, place == PinPlace.POSITION);
        check(
                errors,
                "otherItemId",
                otherItemId != null,
                place == PinPlace.ABOVE || place == PinPlace.BELOW);
        if (until != null && until.isBefore(today)) {
            errors.add(
                    FieldError.at(
                            "/until",
                            "in-the-past",
                            "The last day must not be before today (UTC)."));
        }
        if (!errors.isEmpty()) {
            throw new Invalid(errors);
        }
    }

    private void check(List<FieldError> errors, String field, boolean given, boolean needed) {
        if (given && !needed) {
            errors.add(
                    FieldError.at(
                            "/" + field,
                            "not-allowed",
                            field + " is not allowed with place " + place + "."));
        }
        if (!given && needed) {
            errors.add(
                    FieldError.at(
                            "/" + field,
                            "required",
                            field + " is required with place " + place + "."));
        }
    }

    static PinFields of(PinTerms terms) {
        return new PinFields(
                terms.place(),
                terms.position(),
                terms.otherItemId() == null ? null : terms.otherItemId().toString(),
                terms.reason(),
                terms.until());
    }
}
