package dev.steward.feedback.notification.settings;

import dev.steward.feedback.notification.NotificationMode;
import dev.steward.platform.messaging.store.Aggregate;
import dev.steward.platform.messaging.store.Changes;
import dev.steward.platform.messaging.store.DomainEvent;
import java.util.UUID;

/// Events of a product's notification settings.
sealed interface NotificationSettingsEvent extends DomainEvent {

    long version();

    @Override
    State state();

    record Changed(long version, Changes changes, State state)
            implements NotificationSettingsEvent {}

    @Override
    default UUID productId() {
        return state().productId();
    }

    @Override
    default Aggregate aggregate() {
        return new Aggregate("loop-settings", state().productId(), version());
    }

    record State(UUID productId, NotificationMode mode) {}
}
