package dev.steward.feedback.vote;

import dev.steward.feedback.contact.NamedContact;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Somebody wants it too.
public record NewVote(
        @Schema(description = "Who; the caller when absent. A source key always names somebody.")
                @Nullable
                @Valid
                NamedContact voter,
        @Schema(
                        description = "0 (nice) to 3 (must); absent: that of the entry's link.",
                        examples = "2")
                @Nullable
                @Min(0)
                @Max(3)
                Integer importance,
        @Schema(description = "What they said, for the team only.") @Nullable @Size(max = 2_000)
                String quote,
        @Schema(description = "Inside an entry, absent: as old as the entry; elsewhere: now.")
                @Nullable Instant votedAt,
        @Schema(description = "True takes the vote back.") @Nullable Boolean withdrawn) {

    public boolean isWithdrawn() {
        return Boolean.TRUE.equals(withdrawn);
    }
}
