package dev.steward.feedback.vote;

import dev.steward.feedback.contact.Sender;
import dev.steward.feedback.contact.VoteSubmitterRole;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A submitted vote, with its voter identified.
///
/// @param contactId the voter
/// @param receivedAt time of a new vote that gives none; null inside an entry: then it is as old as
///   the entry
/// @param recordedBy who submits it
/// @param role of the submitter towards the voter
public record VoteInput(
        UUID feedbackId,
        UUID contactId,
        NewVote vote,
        @Nullable Instant receivedAt,
        String recordedBy,
        VoteSubmitterRole role) {

    /// A vote that is submitted inside an entry.
    public static VoteInput within(UUID feedbackId, UUID contactId, NewVote vote, Sender sender) {
        return of(feedbackId, contactId, vote, sender, null);
    }

    static VoteInput of(
            UUID feedbackId,
            UUID contactId,
            NewVote vote,
            Sender sender,
            @Nullable Instant receivedAt) {
        return new VoteInput(
                feedbackId,
                contactId,
                vote,
                receivedAt,
                sender.recordedBy(),
                sender.roleFor(vote.voter()));
    }

    @Nullable Integer importance() {
        return vote.importance();
    }

    @Nullable String quote() {
        return vote.quote();
    }

    boolean withdrawn() {
        return vote.isWithdrawn();
    }

    /// The submitted time, in microseconds as the database stores it; null when none was sent.
    @Nullable Instant votedAt() {
        return vote.votedAt() == null ? null : vote.votedAt().truncatedTo(ChronoUnit.MICROS);
    }

    @Nullable Instant firstVotedAt() {
        return votedAt() == null ? receivedAt : votedAt();
    }
}
