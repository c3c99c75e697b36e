package dev.steward.feedback.link;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.steward.feedback.entry.Feedback;
import dev.steward.platform.messaging.store.Changes;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Link between a feedback entry and an item.
@Entity
class Link {

    @Id private UUID id;

    private UUID productId;
    private UUID feedbackId;
    private UUID itemId;
    private long version = 1;

    @Enumerated(EnumType.STRING)
    private LinkKind kind;

    /// 0 to 3, for those who did not say how much they want it; null counts as 1.
    private @Nullable Integer importance;

    /// The row stays, so that the version continues when the link is created again.
    private boolean removed;

    protected Link() {}

    /// A link that is new; its event is [#made].
    Link(Feedback feedback, UUID itemId, NewLink requested) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.productId = feedback.productId();
        this.feedbackId = feedback.id();
        this.itemId = itemId;
        this.kind = requested.kindOrSolves();
        this.importance = requested.importance();
    }

    LinkEvent made() {
        return new LinkEvent.Made(state(), version);
    }

    /// Replaces kind and importance; a removed link is created again.
    ///
    /// @return empty when nothing changes
    Optional<LinkEvent> update(NewLink requested) {
        var changes =
                Changes.of("kind", kind, requested.kindOrSolves())
                        .and("importance", importance, requested.importance());
        if (changes.isEmpty() && !removed) {
            return Optional.empty();
        }
        var again = removed;
        kind = requested.kindOrSolves();
        importance = requested.importance();
        removed = false;
        version++;
        return Optional.of(again ? made() : new LinkEvent.Changed(state(), version, changes));
    }

    LinkEvent remove() {
        removed = true;
        version++;
        return new LinkEvent.Removed(state(), version);
    }

    private LinkEvent.State state() {
        return new LinkEvent.State(id, productId, feedbackId, itemId, kind, importance);
    }

    UUID id() {
        return id;
    }

    UUID feedbackId() {
        return feedbackId;
    }

    UUID itemId() {
        return itemId;
    }

    LinkKind kind() {
        return kind;
    }

    @Nullable Integer importance() {
        return importance;
    }

    long version() {
        return version;
    }
}
