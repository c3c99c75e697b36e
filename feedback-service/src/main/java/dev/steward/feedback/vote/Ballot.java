package dev.steward.feedback.vote;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A vote as it is handed in.
///
/// @param votedAt what the sender says; null when nothing
/// @param arrival the age of a new vote without a time; null inside an entry: there it is as old as
///   that
/// @param recordedBy who hands it in
public record Ballot(
        UUID feedbackId,
        UUID contactId,
        @Nullable Integer importance,
        @Nullable String quote,
        @Nullable Instant votedAt,
        @Nullable Instant arrival,
        boolean withdrawn,
        String recordedBy) {

    /// Inside an entry.
    public static Ballot within(UUID feedbackId, UUID contactId, NewVote vote, String recordedBy) {
        return of(feedbackId, contactId, vote, recordedBy, null);
    }

    static Ballot of(
            UUID feedbackId,
            UUID contactId,
            NewVote vote,
            String recordedBy,
            @Nullable Instant arrival) {
        var votedAt = vote.votedAt() == null ? null : vote.votedAt().truncatedTo(ChronoUnit.MICROS);
        return new Ballot(
                feedbackId,
                contactId,
                vote.importance(),
                vote.quote(),
                votedAt,
                arrival,
                vote.isWithdrawn(),
                recordedBy);
    }

    @Nullable Instant firstVotedAt() {
        return votedAt == null ? arrival : votedAt;
    }
}
