package dev.steward.feedback.entry;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.steward.feedback.identity.PersonalData;
import dev.steward.platform.messaging.store.Changes;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A feedback entry. Each method that changes its content or family raises the version and returns
/// the event.
@Entity
public class Feedback {

    /// Where an entry comes from.
    ///
    /// @param externalId its id in its source; null when the source gave none
    /// @param recordedBy who submitted it: a member's subject or `source:<id>`
    @Embeddable
    public record Origin(
            UUID productId, UUID sourceId, @Nullable String externalId, String recordedBy) {}

    @Id private UUID id;

    @Embedded private Origin origin;
    @Embedded private FeedbackContent content;
    private long version = 1;

    /// Whether somebody has looked at it. Read by SQL only.
    @SuppressWarnings("UnusedVariable")
    private boolean triaged;

    /// The entry that it was merged into; null when it is not merged.
    private @Nullable UUID mergedInto;

    /// The entry at the top of its family of merged entries: itself when it is not merged.
    private UUID rootId;

    /// As it was when the entry was read: it follows from links and items, and FeedbackStatuses
    /// writes it.
    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private FeedbackStatus status = FeedbackStatus.NEW;

    protected Feedback() {}

    /// An entry that is new; its event is [#received].
    ///
    /// @param now when it was submitted, unless its source says
    public Feedback(Origin origin, FeedbackContent content, Instant now) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.rootId = id;
        this.origin = origin;
        this.content = content.or(now, null, null);
    }

    public FeedbackEvent received() {
        return new FeedbackEvent.Received(version, state());
    }

    /// Whether the stored state is newer than one that the source changed at the given moment.
    public boolean isNewerThan(@Nullable Instant update) {
        var known = content.sourceUpdatedAt();
        return update != null && known != null && update.isBefore(known);
    }

    /// Updates the entry with what the source sends now.
    ///
    /// @return empty when nothing changes
    public Optional<FeedbackEvent> update(FeedbackContent sent) {
        var updated =
                sent.or(content.submittedAt(), content.sourceUpdatedAt(), content.contactId());
        if (updated.equals(content)) {
            return Optional.empty();
        }
        var changes = content.changesTo(updated);
        content = updated;
        version++;
        return Optional.of(new FeedbackEvent.Edited(version, changes, state()));
    }

    /// Marks that somebody has looked at it. The version stays: it counts changes of the content
    /// only.
    public void triage() {
        triaged = true;
    }

    /// Merges it into another entry of the product: its votes count there from now on.
    ///
    /// @param into an entry that is not merged itself
    /// @return empty when it is merged into that entry already
    /// @throws MergedIntoItself where that would be a circle
    public Optional<FeedbackEvent> mergeInto(Feedback into) {
        if (into.id.equals(mergedInto)) {
            return Optional.empty();
        }
        if (into.rootId.equals(rootId)) {
            throw new MergedIntoItself();
        }
        var changes = move(into.id, into.rootId);
        return Optional.of(new FeedbackEvent.Merged(version, changes, state()));
    }

    /// Undoes the merge; entries that were merged into it stay merged into it.
    ///
    /// @throws FeedbackIsNotMerged when it is not merged
    public FeedbackEvent unmerge() {
        if (mergedInto == null) {
            throw new FeedbackIsNotMerged();
        }
        var changes = move(null, id);
        return new FeedbackEvent.Unmerged(version, changes, state());
    }

    private Changes move(@Nullable UUID to, UUID root) {
        var changes = Changes.of("mergedInto", mergedInto, to);
        mergedInto = to;
        rootId = root;
        version++;
        return changes;
    }

    private FeedbackEvent.State state() {
        return new FeedbackEvent.State(
                id,
                productId(),
                origin.sourceId(),
                PersonalData.externalIdForEvents(externalId()),
                content.titleForEvents(),
                kind(),
                content.contactId(),
                Objects.requireNonNull(content.submittedAt()),
                mergedInto);
    }

    public UUID id() {
        return id;
    }

    Origin origin() {
        return origin;
    }

    FeedbackContent content() {
        return content;
    }

    public UUID productId() {
        return origin.productId();
    }

    public @Nullable String externalId() {
        return origin.externalId();
    }

    public String recordedBy() {
        return origin.recordedBy();
    }

    /// Empty when it came without one.
    public Optional<String> title() {
        return content.isUntitled() ? Optional.empty() : Optional.of(content.title());
    }

    public FeedbackKind kind() {
        return content.kind();
    }

    public @Nullable UUID mergedInto() {
        return mergedInto;
    }

    public UUID rootId() {
        return rootId;
    }

    public FeedbackStatus status() {
        return status;
    }

    public long version() {
        return version;
    }
}
