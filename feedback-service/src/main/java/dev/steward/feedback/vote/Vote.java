package dev.steward.feedback.vote;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.steward.feedback.contact.VoteSubmitterRole;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A person's vote for a feedback entry: one per person and entry.
///
/// @param importance 0 to 3; null for that of the entry's link
/// @param votedAt null when it is as old as its entry
/// @param withdrawn the row stays, so that the version continues when it is cast again
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

    /// The first vote of a person for the entry.
    ///
    /// @return empty when it withdraws a vote that was never cast
    static Optional<VoteEvent> cast(VoteInput input, UUID productId) {
        return input.withdrawn()
                ? Optional.empty()
                : Optional.of(
                        new VoteEvent.Cast(
                                new Vote(
                                        UuidCreator.getTimeOrderedEpoch(),
                                        productId,
                                        input.feedbackId(),
                                        input.contactId(),
                                        1,
                                        input.importance(),
                                        input.quote(),
                                        input.firstVotedAt(),
                                        false,
                                        input.recordedBy())));
    }

    /// A vote may be changed by its voter, by whoever recorded it, and by a member who may triage.
    boolean mayBeChangedBy(VoteInput input) {
        return input.role() != VoteSubmitterRole.RECORDER || input.recordedBy().equals(recordedBy);
    }

    /// A second vote of the same person updates the first; what it leaves out stays. Voting again
    /// makes a vote neither count more nor younger.
    ///
    /// @return empty when nothing changes
    Optional<VoteEvent> update(VoteInput input) {
        if (withdrawn) {
            return input.withdrawn()
                    ? Optional.empty()
                    : Optional.of(new VoteEvent.Cast(castAgain(input)));
        }
        if (input.withdrawn()) {
            return Optional.of(new VoteEvent.Withdrawn(withdraw(input)));
        }
        var updated = updated(input);
        return updated.hasContentOf(this)
                ? Optional.empty()
                : Optional.of(new VoteEvent.Changed(updated, this));
    }

    private Vote castAgain(VoteInput input) {
        return next(
                input.importance(),
                input.quote(),
                input.firstVotedAt(),
                false,
                recorderAfter(input));
    }

    private Vote withdraw(VoteInput input) {
        return next(importance, quote, votedAt, true, recorderAfter(input));
    }

    private Vote updated(VoteInput input) {
        return next(
                input.importance() == null ? importance : input.importance(),
                input.quote() == null ? quote : input.quote(),
                input.votedAt() == null ? votedAt : input.votedAt(),
                false,
                recorderAfter(input));
    }

    /// Correcting somebody else's vote does not change who recorded it.
    private String recorderAfter(VoteInput input) {
        return input.role() == VoteSubmitterRole.VOTER ? input.recordedBy() : recordedBy;
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

    private boolean hasContentOf(Vote other) {
        return Objects.equals(importance, other.importance)
                && Objects.equals(quote, other.quote)
                && Objects.equals(votedAt, other.votedAt);
    }
}
