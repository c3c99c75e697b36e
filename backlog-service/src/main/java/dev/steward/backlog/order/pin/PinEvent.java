package dev.steward.backlog.order.pin;

import dev.steward.platform.messaging.store.Aggregate;
import dev.steward.platform.messaging.store.Changes;
import dev.steward.platform.messaging.store.DomainEvent;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The events of a pin.
sealed interface PinEvent extends DomainEvent {

    UUID id();

    long version();

    @Override
    default Aggregate aggregate() {
        return new Aggregate("pin", id(), version());
    }

    record Set(PinState state, long version) implements PinEvent {
        @Override
        public UUID id() {
            return state.id();
        }

        @Override
        public UUID productId() {
            return state.productId();
        }

        @Override
        public Changes changes() {
            return Changes.none();
        }

        @Override
        public String reason() {
            return state.reason();
        }
    }

    record Changed(PinState state, long version, Changes changes) implements PinEvent {
        @Override
        public UUID id() {
            return state.id();
        }

        @Override
        public UUID productId() {
            return state.productId();
        }

        @Override
        public String reason() {
            return state.reason();
        }
    }

    record Removed(UUID productId, UUID id, long version) implements PinEvent {

        @Override
        public Changes changes() {
            return Changes.none();
        }

        @Override
        public @Nullable Object state() {
            return null;
        }
    }
}
