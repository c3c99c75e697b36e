package dev.steward.feedback.notification;

import dev.steward.platform.messaging.store.Aggregate;
import dev.steward.platform.messaging.store.Changes;
import dev.steward.platform.messaging.store.DomainEvent;
import java.util.UUID;

/// Events of a loop. Who is told is in the events of the deliveries.
sealed interface NotificationEvent extends DomainEvent {

    Notification notification();

    long deliveries();

    /// @param deliveries number of messages
    record Opened(Notification notification, long deliveries) implements NotificationEvent {}

    /// Somebody has sent the held messages.
    ///
    /// @param deliveries number of these messages
    record Sent(Notification notification, long deliveries) implements NotificationEvent {}

    @Override
    default UUID productId() {
        return notification().productId();
    }

    @Override
    default Aggregate aggregate() {
        return new Aggregate("loop", notification().releaseId(), notification().version());
    }

    @Override
    default Changes changes() {
        return Changes.none().fact("deliveries", deliveries());
    }

    @Override
    default Object state() {
        return new State(
                notification().releaseId(), notification().productId(), notification().mode());
    }

    record State(UUID releaseId, UUID productId, NotificationMode mode) {}
}
