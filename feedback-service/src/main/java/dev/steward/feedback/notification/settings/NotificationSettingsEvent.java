package dev.steward.feedback.notification.settings;

import dev.steward.feedback.notification.NotificationMode;
import dev.steward.platform.messaging.store.Aggregate;
import dev.steward.platform.messaging.store.Changes;
import dev.steward.platform.messaging.store.DomainEvent;
import java.util.UUID;

/// Events of a product's notification settings.
sealed interface NotificationSettingsEvent extends DomainEvent {

    record Changed(NotificationSettings settings, NotificationSettings before)
            implements NotificationSettingsEvent {

        private record State(UUID productId, NotificationMode mode) {}

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
