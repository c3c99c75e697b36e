package dev.steward.feedback.contact;

import dev.steward.platform.messaging.store.Aggregate;
import dev.steward.platform.messaging.store.Changes;
import dev.steward.platform.messaging.store.DomainEvent;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Events of a contact: ids only, never a name or an address.
sealed interface ContactEvent extends DomainEvent {

    Contact contact();

    record Created(Contact contact) implements ContactEvent {

        @Override
        public Changes changes() {
            return Changes.none();
        }
    }

    record Edited(Contact contact, Contact before) implements ContactEvent {

        @Override
        public Changes changes() {
            return Changes.of("customerId", before.customerId(), contact.customerId());
        }
    }

    /// The person opted out of messages, or in again.
    record OptOutChanged(Contact contact) implements ContactEvent {

        @Override
        public String happened() {
            return contact.optOut() ? "opted-out" : "opted-in";
        }

        @Override
        public Changes changes() {
            return Changes.of("optOut", !contact.optOut(), contact.optOut());
        }
    }

    @Override
    default UUID productId() {
        return contact().productId();
    }

    @Override
    default Aggregate aggregate() {
        return new Aggregate("contact", contact().id(), contact().version());
    }

    @Override
    default Object state() {
        return new State(
                contact().id(), contact().productId(), contact().customerId(), contact().optOut());
    }

    record State(UUID id, UUID productId, @Nullable UUID customerId, boolean optOut) {}
}
