package dev.steward.feedback.source;

import dev.steward.platform.messaging.store.Aggregate;
import dev.steward.platform.messaging.store.Changes;
import dev.steward.platform.messaging.store.DomainEvent;
import java.util.List;
import java.util.UUID;

/// Events of a source. They contain the id of a key, never its secret or hash.
sealed interface SourceEvent extends DomainEvent {

    Source source();

    record Created(Source source) implements SourceEvent {}

    record KeyCreated(Source source, UUID key) implements SourceEvent {

        @Override
        public Changes changes() {
            return Changes.of("key", null, key);
        }
    }

    record KeyRevoked(Source source, UUID key) implements SourceEvent {

        @Override
        public Changes changes() {
            return Changes.of("key", key, null);
        }
    }

    @Override
    default UUID productId() {
        return source().productId();
    }

    @Override
    default Aggregate aggregate() {
        return new Aggregate("source", source().id(), source().version());
    }

    @Override
    default Changes changes() {
        return Changes.none();
    }

    @Override
    default Object state() {
        return new State(
                source().id(),
                source().productId(),
                source().name(),
                source().system(),
                source().scopes(),
                source().emailsVerified(),
                source().tellsPeople());
    }

    record State(
            UUID id,
            UUID productId,
            String name,
            String system,
            List<Scope> scopes,
            boolean emailsVerified,
            boolean tellsPeople) {}
}
