package dev.steward.feedback.customer;

import dev.steward.platform.messaging.store.Aggregate;
import dev.steward.platform.messaging.store.Changes;
import dev.steward.platform.messaging.store.DomainEvent;
import java.util.UUID;

/// Events of a customer. Revenue and segment never leave this service, so an event says only that
/// something was edited.
sealed interface CustomerEvent extends DomainEvent {

    long version();

    @Override
    State state();

    record Created(long version, State state) implements CustomerEvent {

        @Override
        public Changes changes() {
            return Changes.none();
        }
    }

    record Edited(long version, Changes changes, State state) implements CustomerEvent {}

    @Override
    default UUID productId() {
        return state().productId();
    }

    @Override
    default Aggregate aggregate() {
        return new Aggregate("customer", state().id(), version());
    }

    /// @param confirmed false while only a feedback entry has named the company
    record State(UUID id, UUID productId, boolean confirmed) {}
}
