package dev.steward.feedback.vote;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A vote as a caller may see it.
@Schema(name = "Vote")
@JsonInclude(JsonInclude.Include.NON_NULL)
record VoteView(
        UUID id,
        long version,
        UUID feedbackId,
        UUID contactId,
        @Nullable Integer importance,
        @Nullable String quote,
        @Schema(description = "Absent: as old as the entry.") @Nullable Instant votedAt,
        boolean withdrawn,
        @Schema(description = "Who brought it in: a member's subject or `source:<id>`.")
                String recordedBy,
        @Schema(description = "What a POST did.") Voting.@Nullable Result result) {

    static VoteView of(Vote vote, Voting.@Nullable Result result) {
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
}
