package dev.steward.feedback.link;

import dev.steward.platform.messaging.store.Aggregate;
import dev.steward.platform.messaging.store.Changes;
import dev.steward.platform.messaging.store.DomainEvent;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Events of a link.
sealed interface LinkEvent extends DomainEvent {

    Link link();

    record Made(Link link) implements LinkEvent {}

    record Changed(Link link, Link before) implements LinkEvent {

        @Override
        public Changes changes() {
            return Changes.of("kind", before.kind(), link.kind())
                    .and("importance", before.importance(), link.importance());
        }
    }

    record Removed(Link link) implements LinkEvent {

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
        return new Aggregate("link", link().id(), link().version());
    }

    @Override
    default Changes changes() {
        return Changes.none();
    }

    @Override
    default @Nullable Object state() {
        return new State(
                link().id(),
                link().productId(),
                link().feedbackId(),
                link().itemId(),
                link().kind(),
                link().importance());
    }

    record State(
            UUID id,
            UUID productId,
            UUID feedbackId,
            UUID itemId,
            LinkKind kind,
            @Nullable Integer importance) {}
}
