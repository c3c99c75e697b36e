package dev.steward.feedback.vote;

import dev.steward.feedback.source.ApiCaller;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A vote as a caller may see it.
@Schema(name = "Vote")
record VoteView(
        UUID id,
        long version,
        UUID feedbackId,
        @Schema(description = "Null for a source key, as all that follows but `withdrawn`.")
                @Nullable UUID contactId,
        @Nullable Integer importance,
        @Nullable String quote,
        @Schema(description = "Absent: as old as the entry.") @Nullable Instant votedAt,
        boolean withdrawn,
        @Schema(description = "Who brought it in: a member's subject or `source:<id>`.")
                @Nullable String recordedBy,
        @Schema(description = "What a POST did.") VoteCasting.@Nullable Result result) {

    static VoteView of(Vote vote, VoteCasting.@Nullable Result result) {
        return new VoteView(
                vote.id(),
                vote.version(),
                vote.feedbackId(),
                vote.contactId(),
                vote.importance(),
                vote.quote(),
                vote.votedAt(),
                vote.withdrawn(),
                vote.recordedBy(),
                result);
    }

    /// A key sees that its voter's vote is there, not what others may have added to it.
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
