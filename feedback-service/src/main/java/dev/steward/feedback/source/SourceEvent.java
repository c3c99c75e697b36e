package dev.steward.feedback.source;

import dev.steward.platform.messaging.Aggregate;
import dev.steward.platform.messaging.Changes;
import dev.steward.platform.messaging.DomainEvent;
import java.util.List;
import java.util.UUID;

/// What happens to a source. Never a key, nor its hash.
sealed interface SourceEvent extends DomainEvent {

    record Created(Source source) implements SourceEvent {

        private record State(
                UUID id,
                UUID productId,
                String name,
                String system,
                List<Scope> scopes,
                boolean emailsVerified,
                boolean tellsPeople) {}

        @Override
        public UUID productId() {
            return source.productId();
        }

        @Override
        public Aggregate aggregate() {
            return new Aggregate("source", source.id(), source.version());
        }

        @Override
        public String happened() {
            return "created";
        }

        @Override
        public Changes changes() {
            return Changes.none();
        }

        @Override
        public Object state() {
            return new State(
                    source.id(),
                    source.productId(),
                    source.name(),
                    source.system(),
                    source.scopes(),
                    source.emailsVerified(),
                    source.tellsPeople());
        }
    }
}
