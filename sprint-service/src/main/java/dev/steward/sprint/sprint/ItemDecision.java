package dev.steward.sprint.sprint;

import static java.util.Objects.requireNonNull;

import dev.steward.platform.web.FieldError;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What becomes of one open item, as a request writes it.
@Schema(name = "SprintClosingDecision")
record ItemDecision(
        @Schema(description = "The item's id or key.", examples = "SHOP-12")
                @NotNull
                @Size(min = 1, max = 40)
                String itemId,
        @Schema(
                        description =
                                "BACKLOG; NEXT: the team's next PLANNED sprint; or SPLIT: what is done of it stays, as DONE, and the rest becomes an item of its own.")
                @NotNull
                Decision decision,
        @Schema(description = "With SPLIT, and only with it: what is left.") @Nullable @Valid
                Rest rest) {

    boolean isSplit() {
        return decision == Decision.SPLIT;
    }

    boolean isSized() {
        return rest != null && rest.isSized();
    }

    /// @param at pointer to this in the request
    Verdict verdict(String at) {
        return switch (decision) {
            case BACKLOG -> new Verdict.ToBacklog();
            case NEXT -> new Verdict.ToNext();
            case SPLIT -> new Verdict.InTwo(requireNonNull(rest), at + "/rest");
        };
    }

    /// A split has a rest, and nothing else has one.
    ///
    /// @param at pointer to this in the request
    Optional<FieldError> objection(String at) {
        if (isSplit() == (rest != null)) {
            return Optional.empty();
        }
        return Optional.of(
                isSplit()
                        ? FieldError.at(at + "/rest", "required", "What is left?")
                        : FieldError.at(at + "/rest", "not-allowed", "Only SPLIT leaves a rest."));
    }
}
