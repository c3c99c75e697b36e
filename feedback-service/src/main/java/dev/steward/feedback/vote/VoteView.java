package dev.steward.feedback.vote;

import dev.steward.feedback.source.caller.ApiCaller;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A vote, as far as the caller may see it.
@Schema(name = "Vote")
record VoteView(
        @Schema(description = "Id of the vote.") UUID id,
        @Schema(description = "Increases by 1 with every change.") long version,
        @Schema(description = "Id of the feedback entry that the vote is for.") UUID feedbackId,
        @Schema(description = "Id of the contact who votes. Null for a source key.")
                @Nullable UUID contactId,
        @Schema(
                        description =
                                "How much the voter wants it: 0 (nice to have) to 3 (must have). Null when the voter did not say: then the importance of the entry's link counts. Null for a source key.")
                @Nullable Integer importance,
        @Schema(
                        description =
                                "What the voter said; only members see it. Null when nothing was said, and for a source key.")
                @Nullable String quote,
        @Schema(
                        description =
                                "When the vote was cast. Null when it is as old as its entry, and for a source key.")
                @Nullable Instant votedAt,
        @Schema(description = "Whether the vote was taken back and does not count.")
                boolean withdrawn,
        @Schema(
                        description =
                                "Who submitted the vote: a member's subject or `source:<id>`. Null for a source key.")
                @Nullable String recordedBy,
        @Schema(
                        description =
                                "Only in the answer to a POST, otherwise null: whether the vote was created, updated or left as it was.")
                VoteCasting.@Nullable Result result) {

    /// A source key sees that the vote exists, not what others may have added to it.
    VoteView shownTo(ApiCaller caller) {
        return switch (caller) {
            case ApiCaller.Member _ -> this;
            case ApiCaller.Key _ ->
                    new VoteView(
                            id,
                            version,
                            feedbackId,
                            null,
                            null,
                            null,
                            null,
                            withdrawn,
                            null,
                            result);
        };
    }
}
