package dev.steward.feedback.vote;

import dev.steward.feedback.contact.Sender;
import dev.steward.feedback.contact.SpeaksAs;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A vote as it is handed in.
///
/// @param contactId the voter
/// @param arrival the age of a new vote without a time; null inside an entry: there it is as old as
///   that
/// @param recordedBy who hands it in
/// @param as what they are to the voter
public record Ballot(
        UUID feedbackId,
        UUID contactId,
        NewVote vote,
        @Nullable Instant arrival,
        String recordedBy,
        SpeaksAs as) {

    /// Inside an entry.
    public static Ballot within(UUID feedbackId, UUID contactId, NewVote vote, Sender sender) {
        return of(feedbackId, contactId, vote, sender, null);
    }

    static Ballot of(
            UUID feedbackId,
            UUID contactId,
            NewVote vote,
            Sender sender,
            @Nullable Instant arrival) {
        return new Ballot(
                feedbackId,
                contactId,
                vote,
                arrival,
                sender.recordedBy(),
                sender.speaksFor(vote.voter()));
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
        return votedAt() == null ? arrival : votedAt();
    }
}
