package dev.steward.sprint.sprint.closing;

import static java.util.Objects.requireNonNull;

import dev.steward.platform.web.problem.FieldError;
import dev.steward.sprint.sprint.Remainder;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The decision on one open item, as the request states it.
@Schema(name = "ItemDecision")
record ItemDecision(
        @Schema(description = "Id or key of an open item of the sprint.", examples = "SHOP-12")
                @NotNull
                @Size(min = 1, max = 40)
                String itemId,
        @Schema(
                        description =
                                "BACKLOG: the item returns to the backlog. NEXT: it moves to the team's next PLANNED sprint. SPLIT: its finished part stays as DONE and the remainder becomes a new item.")
                @NotNull
                ClosingDecision decision,
        @Schema(description = "The remainder: required with SPLIT, not allowed otherwise.")
                @Nullable
                @Valid
                Remainder rest) {

    boolean isSplit() {
        return decision == ClosingDecision.SPLIT;
    }

    boolean isEstimated() {
        return rest != null && rest.isEstimated();
    }

    /// @param at JSON pointer to this decision in the request body
    CheckedDecision checked(String at) {
        return switch (decision) {
            case BACKLOG -> new CheckedDecision.ToBacklog();
            case NEXT -> new CheckedDecision.ToNextSprint();
            case SPLIT -> new CheckedDecision.Split(requireNonNull(rest), at + "/rest");
        };
    }

    /// Checks that SPLIT has a remainder and that no other decision has one.
    ///
    /// @param at JSON pointer to this decision in the request body
    Optional<FieldError> validate(String at) {
        if (isSplit() == (rest != null)) {
            return Optional.empty();
        }
        return Optional.of(
                isSplit()
                        ? FieldError.at(at + "/rest", "required", "SPLIT requires the remainder.")
                        : FieldError.at(
                                at + "/rest", "not-allowed", "Only SPLIT has a remainder."));
    }
}
