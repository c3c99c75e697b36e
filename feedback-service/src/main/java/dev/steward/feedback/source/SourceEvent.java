package dev.steward.feedback.source;

import dev.steward.platform.messaging.store.Aggregate;
import dev.steward.platform.messaging.store.Changes;
import dev.steward.platform.messaging.store.DomainEvent;
import java.util.List;
import java.util.UUID;

/// Events of a source. They contain the id of a key, never its secret or hash.
sealed interface SourceEvent extends DomainEvent {

    long version();

    @Override
    State state();

    record Created(long version, State state) implements SourceEvent {}

    record KeyCreated(long version, State state, UUID key) implements SourceEvent {

        @Override
        public Changes changes() {
            return Changes.of("key", null, key);
        }
    }

    record KeyRevoked(long version, State state, UUID key) implements SourceEvent {

        @Override
        public Changes changes() {
            return Changes.of("key", key, null);
        }
    }

    @Override
    default UUID productId() {
        return state().productId();
    }

    @Override
    default Aggregate aggregate() {
        return new Aggregate("source", state().id(), version());
    }

    @Override
    default Changes changes() {
        return Changes.none();
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
