package dev.steward.feedback.link;

import dev.steward.platform.messaging.store.Aggregate;
import dev.steward.platform.messaging.store.Changes;
import dev.steward.platform.messaging.store.DomainEvent;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Events of a link.
sealed interface LinkEvent extends DomainEvent {

    State link();

    long version();

    record Made(State link, long version) implements LinkEvent {}

    record Changed(State link, long version, Changes changes) implements LinkEvent {}

    record Removed(State link, long version) implements LinkEvent {

        @Override
        public @Nullable Object state() {
            return null;
        }
    }

    @Override
    default UUID productId() {
        return link().productId();
    }

    @Override
    default Aggregate aggregate() {
        return new Aggregate("link", link().id(), version());
    }

    @Override
    default Changes changes() {
        return Changes.none();
    }

    @Override
    default @Nullable Object state() {
        return link();
    }

    record State(
            UUID id,
            UUID productId,
            UUID feedbackId,
            UUID itemId,
            LinkKind kind,
            @Nullable Integer importance) {}
}
