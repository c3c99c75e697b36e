package dev.steward.backlog.order;

import dev.steward.platform.web.FieldError;
import dev.steward.platform.web.Invalid;
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

/// What people set of a pin, as requests write it.
///
/// @param position only with POSITION, from 1; beyond the last item it means the last
/// @param otherItemId only with ABOVE or BELOW, an id or key
/// @param until the last UTC day on which the pin counts; without it, until it is removed
@Schema(
        name = "PinPatch",
        description =
                "What a merge patch may set; null deletes. Another `place` comes with what it needs.")
record PinFields(
        @NotNull PinPlace place,
        @Nullable @Min(1) @Max(1_000_000) Integer position,
        @Nullable @Size(max = 64) String otherItemId,
        @NotBlank @Size(max = OrderRequest.MAX_REASON_LENGTH) String reason,
        @Nullable LocalDate until) {

    /// @throws Invalid when it is over before it begins, or what its place needs is missing or too
    ///   much
    void check(LocalDate today) {
        List<FieldError> errors = new ArrayList<>();
        check(errors, "position", position != null, place == PinPlace.POSITION);
        check(
                errors,
                "otherItemId",
                otherItemId != null,
                place == PinPlace.ABOVE || place == PinPlace.BELOW);
        if (until != null && until.isBefore(today)) {
            errors.add(FieldError.at("/until", "in-the-past", "The day is over."));
        }
        if (!errors.isEmpty()) {
            throw new Invalid(errors);
        }
    }

    private void check(List<FieldError> errors, String field, boolean given, boolean needed) {
        if (given && !needed) {
            errors.add(
                    FieldError.at("/" + field, "not-allowed", place + " takes no " + field + "."));
        }
        if (!given && needed) {
            errors.add(FieldError.at("/" + field, "required", place + " needs " + field + "."));
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
