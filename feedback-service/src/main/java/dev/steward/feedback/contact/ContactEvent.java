package dev.steward.feedback.contact;

import dev.steward.platform.messaging.store.Aggregate;
import dev.steward.platform.messaging.store.Changes;
import dev.steward.platform.messaging.store.DomainEvent;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Events of a contact: ids only, never a name or an address.
sealed interface ContactEvent extends DomainEvent {

    long version();

    @Override
    State state();

    record Created(long version, State state) implements ContactEvent {

        @Override
        public Changes changes() {
            return Changes.none();
        }
    }

    record Edited(long version, Changes changes, State state) implements ContactEvent {}

    /// The person opted out of messages, or in again.
    record OptOutChanged(long version, State state) implements ContactEvent {

        @Override
        public String happened() {
            return state.optOut() ? "opted-out" : "opted-in";
        }

        @Override
        public Changes changes() {
            return Changes.of("optOut", !state.optOut(), state.optOut());
        }
    }

    @Override
    default UUID productId() {
        return state().productId();
    }

    @Override
    default Aggregate aggregate() {
        return new Aggregate("contact", state().id(), version());
    }

    record State(UUID id, UUID productId, @Nullable UUID customerId, boolean optOut) {}
}
