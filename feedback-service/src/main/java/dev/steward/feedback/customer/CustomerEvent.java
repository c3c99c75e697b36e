package dev.steward.feedback.customer;

import dev.steward.platform.messaging.store.Aggregate;
import dev.steward.platform.messaging.store.Changes;
import dev.steward.platform.messaging.store.DomainEvent;
import java.util.UUID;

/// Events of a customer. Revenue and segment never leave this service, so an event says only that
/// something was edited.
sealed interface CustomerEvent extends DomainEvent {

    Customer customer();

    record Created(Customer customer) implements CustomerEvent {

        @Override
        public Changes changes() {
            return Changes.none();
        }
    }

    record Edited(Customer customer, Customer before) implements CustomerEvent {

        @Override
        public Changes changes() {
            return Changes.of("confirmed", before.confirmed(), customer.confirmed());
        }
    }

    @Override
    default UUID productId() {
        return customer().productId();
    }

    @Override
    default Aggregate aggregate() {
        return new Aggregate("customer", customer().id(), customer().version());
    }

    @Override
    default Object state() {
        return new State(customer().id(), customer().productId(), customer().confirmed());
    }

    /// @param confirmed false while only a feedback entry has named the company
    record State(UUID id, UUID productId, boolean confirmed) {}
}
