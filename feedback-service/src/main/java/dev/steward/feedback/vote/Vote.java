package dev.steward.feedback.vote;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.steward.feedback.contact.VoteSubmitterRole;
import dev.steward.platform.messaging.store.Changes;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A person's vote for a feedback entry: one per person and entry.
@Entity
class Vote {

    @Id private UUID id;

    private UUID productId;
    private UUID feedbackId;
    private UUID contactId;
    private long version = 1;

    /// 0 to 3; null for that of the entry's link.
    private @Nullable Integer importance;

    private @Nullable String quote;

    /// Null when it is as old as its entry.
    private @Nullable Instant votedAt;

    /// The row stays, so that the version continues when it is cast again.
    private boolean withdrawn;

    private String recordedBy;

    protected Vote() {}

    /// The first vote of a person for the entry; its event is [#cast].
    Vote(VoteInput input, UUID productId) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.productId = productId;
        this.feedbackId = input.feedbackId();
        this.contactId = input.contactId();
        this.recordedBy = input.recordedBy();
        begin(input);
    }

    VoteEvent cast() {
        return new VoteEvent.Cast(state(), version);
    }

    /// Whether it would change, but not by this sender: a vote may be changed by its voter, by
    /// whoever recorded it, and by a member who may triage.
    boolean refuses(VoteInput input) {
        return isChangedBy(input)
                && input.role() == VoteSubmitterRole.RECORDER
                && !input.recordedBy().equals(recordedBy);
    }

    /// A second vote of the same person updates the first; what it leaves out stays. Voting again
    /// makes a vote neither count more nor younger.
    ///
    /// @return empty when nothing changes
    Optional<VoteEvent> update(VoteInput input) {
        if (!isChangedBy(input)) {
            return Optional.empty();
        }
        version++;
        // Correcting somebody else's vote does not change who recorded it.
        if (input.role() == VoteSubmitterRole.VOTER) {
            recordedBy = input.recordedBy();
        }
        if (input.withdrawn()) {
            withdrawn = true;
            return Optional.of(new VoteEvent.Withdrawn(state(), version));
        }
        if (withdrawn) {
            begin(input);
            return Optional.of(cast());
        }
        var changes = changes(input);
        importance = either(input.importance(), importance);
        quote = either(input.quote(), quote);
        votedAt = either(input.votedAt(), votedAt);
        return Optional.of(new VoteEvent.Changed(state(), version, changes));
    }

    private boolean isChangedBy(VoteInput input) {
        if (withdrawn || input.withdrawn()) {
            return withdrawn != input.withdrawn();
        }
        var said = input.quote();
        return !changes(input).isEmpty() || (said != null && !said.equals(quote));
    }

    private void begin(VoteInput input) {
        withdrawn = false;
        importance = input.importance();
        quote = input.quote();
        votedAt = input.firstVotedAt();
    }

    private Changes changes(VoteInput input) {
        return Changes.of("importance", importance, either(input.importance(), importance))
                .and("votedAt", votedAt, either(input.votedAt(), votedAt));
    }

    private static <T> @Nullable T either(@Nullable T sent, @Nullable T known) {
        return sent == null ? known : sent;
    }

    private VoteEvent.State state() {
        return new VoteEvent.State(id, productId, feedbackId, contactId, importance, votedAt);
    }

    VoteView view(VoteCasting.@Nullable Result result) {
        return new VoteView(
                id,
                version,
                feedbackId,
                contactId,
                importance,
                quote,
                votedAt,
                withdrawn,
                recordedBy,
                result);
    }

    UUID feedbackId() {
        return feedbackId;
    }

    UUID contactId() {
        return contactId;
    }

    @Nullable Integer importance() {
        return importance;
    }

    @Nullable Instant votedAt() {
        return votedAt;
    }

    String recordedBy() {
        return recordedBy;
    }

    long version() {
        return version;
    }
}
