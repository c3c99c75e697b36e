package dev.steward.feedback.link;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.steward.feedback.entry.Feedback;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Link between a feedback entry and an item.
///
/// @param importance 0 to 3, for those who did not say how much they want it; null counts as 1
/// @param removed the row stays, so that the version continues when the link is created again
record Link(
        UUID id,
        UUID productId,
        UUID feedbackId,
        UUID itemId,
        long version,
        LinkKind kind,
        @Nullable Integer importance,
        boolean removed) {

    static LinkEvent.Made create(Feedback feedback, UUID itemId, NewLink requested) {
        return new LinkEvent.Made(
                new Link(
                        UuidCreator.getTimeOrderedEpoch(),
                        feedback.productId(),
                        feedback.id(),
                        itemId,
                        1,
                        requested.kindOrSolves(),
                        requested.importance(),
                        false));
    }

    /// Replaces kind and importance; a removed link is created again.
    ///
    /// @return empty when nothing changes
    Optional<LinkEvent> update(NewLink requested) {
        var next = next(requested.kindOrSolves(), requested.importance(), false);
        if (removed) {
            return Optional.of(new LinkEvent.Made(next));
        }
        var same = kind == next.kind && Objects.equals(importance, next.importance);
        return same ? Optional.empty() : Optional.of(new LinkEvent.Changed(next, this));
    }

    /// @return empty when it is removed already
    Optional<LinkEvent> remove() {
        return removed
                ? Optional.empty()
                : Optional.of(new LinkEvent.Removed(next(kind, importance, true)));
    }

    private Link next(LinkKind kind, @Nullable Integer importance, boolean removed) {
        return new Link(id, productId, feedbackId, itemId, version + 1, kind, importance, removed);
    }
}
