package dev.steward.feedback.vote;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.steward.feedback.contact.SpeaksAs;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// That somebody wants what an entry says: one per person and entry.
///
/// @param importance 0 to 3; null: that of the entry's link
/// @param votedAt null: as old as its entry
/// @param withdrawn kept, so that its version goes on when it is cast again
record Vote(
        UUID id,
        UUID productId,
        UUID feedbackId,
        UUID contactId,
        long version,
        @Nullable Integer importance,
        @Nullable String quote,
        @Nullable Instant votedAt,
        boolean withdrawn,
        String recordedBy) {

    /// A person's first; taking back what was never cast is nothing.
    static Optional<VoteEvent> first(Ballot ballot, UUID productId) {
        return ballot.withdrawn()
                ? Optional.empty()
                : Optional.of(
                        new VoteEvent.Cast(
                                new Vote(
                                        UuidCreator.getTimeOrderedEpoch(),
                                        productId,
                                        ballot.feedbackId(),
                                        ballot.contactId(),
                                        1,
                                        ballot.importance(),
                                        ballot.quote(),
                                        ballot.firstVotedAt(),
                                        false,
                                        ballot.recordedBy())));
    }

    /// A vote is its voter's, or of whoever recorded it; and who may triage corrects everybody's.
    boolean mayBeChangedBy(Ballot ballot) {
        return ballot.as() != SpeaksAs.RECORDER || ballot.recordedBy().equals(recordedBy);
    }

    /// A second vote of the same person updates the first. What it leaves out stays: saying a thing
    /// twice makes a voice neither louder nor younger.
    ///
    /// @return empty when it says nothing new
    Optional<VoteEvent> again(Ballot ballot) {
        if (withdrawn) {
            return ballot.withdrawn()
                    ? Optional.empty()
                    : Optional.of(new VoteEvent.Cast(afresh(ballot)));
        }
        if (ballot.withdrawn()) {
            return Optional.of(new VoteEvent.Withdrawn(takenBack(ballot)));
        }
        var updated = updated(ballot);
        return updated.says(this)
                ? Optional.empty()
                : Optional.of(new VoteEvent.Changed(updated, this));
    }

    private Vote afresh(Ballot ballot) {
        return next(
                ballot.importance(),
                ballot.quote(),
                ballot.firstVotedAt(),
                false,
                recorderAfter(ballot));
    }

    private Vote takenBack(Ballot ballot) {
        return next(importance, quote, votedAt, true, recorderAfter(ballot));
    }

    private Vote updated(Ballot ballot) {
        return next(
                ballot.importance() == null ? importance : ballot.importance(),
                ballot.quote() == null ? quote : ballot.quote(),
                ballot.votedAt() == null ? votedAt : ballot.votedAt(),
                false,
                recorderAfter(ballot));
    }

    /// Who corrects another's vote does not make it their own.
    private String recorderAfter(Ballot ballot) {
        return ballot.as() == SpeaksAs.VOTER ? ballot.recordedBy() : recordedBy;
    }

    private Vote next(
            @Nullable Integer importance,
            @Nullable String quote,
            @Nullable Instant votedAt,
            boolean withdrawn,
            String recordedBy) {
        return new Vote(
                id,
                productId,
                feedbackId,
                contactId,
                version + 1,
                importance,
                quote,
                votedAt,
                withdrawn,
                recordedBy);
    }

    private boolean says(Vote other) {
        return Objects.equals(importance, other.importance)
                && Objects.equals(quote, other.quote)
                && Objects.equals(votedAt, other.votedAt);
    }
}
