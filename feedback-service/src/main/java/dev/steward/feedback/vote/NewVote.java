package dev.steward.feedback.vote;

import dev.steward.feedback.contact.NamedContact;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A vote to be created or updated.
public record NewVote(
        @Schema(description = "Who votes. Default: the caller. Required for a source key.")
                @Nullable
                @Valid
                NamedContact voter,
        @Schema(
                        description =
                                "How much the voter wants it: 0 (nice to have) to 3 (must have). Default for a first vote: that of the entry's link to the item.",
                        examples = "2")
                @Nullable
                @Min(0)
                @Max(3)
                Integer importance,
        @Schema(description = "What the voter said; only members see it.")
                @Nullable
                @Size(max = 2_000)
                String quote,
        @Schema(
                        description =
                                "When the vote was cast; older votes add less to the demand. Default for a first vote: now, and inside a new entry the time of the entry.")
                @Nullable Instant votedAt,
        @Schema(description = "True takes the vote back. Default: false.")
                @Nullable Boolean withdrawn) {

    public boolean isWithdrawn() {
        return Boolean.TRUE.equals(withdrawn);
    }
}
