package dev.steward.feedback.entry;

import dev.steward.platform.messaging.store.Aggregate;
import dev.steward.platform.messaging.store.Changes;
import dev.steward.platform.messaging.store.DomainEvent;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Events of an entry. A title that somebody gave it is published; its text (also where it serves
/// as the title), attributes and url never leave this service.
public sealed interface FeedbackEvent extends DomainEvent {

    long version();

    @Override
    State state();

    record Received(long version, State state) implements FeedbackEvent {

        @Override
        public Changes changes() {
            return Changes.none();
        }
    }

    record Edited(long version, Changes changes, State state) implements FeedbackEvent {}

    record Merged(long version, Changes changes, State state) implements FeedbackEvent {}

    record Unmerged(long version, Changes changes, State state) implements FeedbackEvent {}

    @Override
    default UUID productId() {
        return state().productId();
    }

    @Override
    default Aggregate aggregate() {
        return new Aggregate("feedback", state().id(), version());
    }

    /// @param externalId null also where it is an e-mail address
    /// @param title null where the entry came without one
    record State(
            UUID id,
            UUID productId,
            UUID sourceId,
            @Nullable String externalId,
            @Nullable String title,
            FeedbackKind kind,
            @Nullable UUID contactId,
            Instant submittedAt,
            @Nullable UUID mergedInto) {}
}
