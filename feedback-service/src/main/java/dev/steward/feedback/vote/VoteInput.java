package dev.steward.feedback.vote;

import dev.steward.feedback.contact.Sender;
import dev.steward.feedback.contact.VoteSubmitterRole;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A vote as it is handed in.
///
/// @param contactId the voter
/// @param receivedAt the age of a new vote without a time; null inside an entry: there it is as old
///   as that
/// @param recordedBy who hands it in
/// @param role what they are to the voter
public record VoteInput(
        UUID feedbackId,
        UUID contactId,
        NewVote vote,
        @Nullable Instant receivedAt,
        String recordedBy,
        VoteSubmitterRole role) {

    /// Inside an entry.
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

    /// What the sender says, as precise as a database keeps it; null when nothing.
    @Nullable Instant votedAt() {
        return vote.votedAt() == null ? null : vote.votedAt().truncatedTo(ChronoUnit.MICROS);
    }

    @Nullable Instant firstVotedAt() {
        return votedAt() == null ? receivedAt : votedAt();
    }
}
