package dev.steward.feedback.loop;

import dev.steward.platform.messaging.store.Aggregate;
import dev.steward.platform.messaging.store.Changes;
import dev.steward.platform.messaging.store.DomainEvent;
import java.util.UUID;

/// Events of a product's loop settings.
sealed interface LoopSettingsEvent extends DomainEvent {

    record Changed(LoopSettings settings, LoopSettings before) implements LoopSettingsEvent {

        private record State(UUID productId, LoopMode mode) {}

        @Override
        public UUID productId() {
            return settings.productId();
        }

        @Override
        public Aggregate aggregate() {
            return new Aggregate("loop-settings", settings.productId(), settings.version());
        }

        @Override
        public String happened() {
            return "changed";
        }

        @Override
        public Changes changes() {
            return Changes.of("mode", before.mode(), settings.mode());
        }

        @Override
        public Object state() {
            return new State(settings.productId(), settings.mode());
        }
    }
}
