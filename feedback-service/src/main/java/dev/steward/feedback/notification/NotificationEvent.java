package dev.steward.feedback.notification;

import dev.steward.platform.messaging.store.Aggregate;
import dev.steward.platform.messaging.store.Changes;
import dev.steward.platform.messaging.store.DomainEvent;
import java.util.UUID;

/// Events of a loop. Who is told is in the events of the deliveries.
public sealed interface NotificationEvent extends DomainEvent {

    long version();

    @Override
    State state();

    long deliveries();

    /// @param deliveries number of messages
    record Opened(long version, State state, long deliveries) implements NotificationEvent {}

    /// Somebody has sent the held messages.
    ///
    /// @param deliveries number of these messages
    record Sent(long version, State state, long deliveries) implements NotificationEvent {}

    @Override
    default UUID productId() {
        return state().productId();
    }

    @Override
    default Aggregate aggregate() {
        return new Aggregate("loop", state().releaseId(), version());
    }

    @Override
    default Changes changes() {
        return Changes.none().fact("deliveries", deliveries());
    }

    record State(UUID releaseId, UUID productId, NotificationMode mode) {}
}
