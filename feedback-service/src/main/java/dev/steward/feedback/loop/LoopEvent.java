package dev.steward.feedback.loop;

import dev.steward.platform.messaging.store.Aggregate;
import dev.steward.platform.messaging.store.Changes;
import dev.steward.platform.messaging.store.DomainEvent;
import java.util.UUID;

/// Events of a loop. Who is told is in the events of the deliveries.
sealed interface LoopEvent extends DomainEvent {

    Loop loop();

    long deliveries();

    /// @param deliveries number of messages
    record Opened(Loop loop, long deliveries) implements LoopEvent {

        @Override
        public String happened() {
            return "opened";
        }
    }

    /// Somebody has sent the held messages.
    ///
    /// @param deliveries number of these messages
    record Sent(Loop loop, long deliveries) implements LoopEvent {

        @Override
        public String happened() {
            return "sent";
        }
    }

    @Override
    default UUID productId() {
        return loop().productId();
    }

    @Override
    default Aggregate aggregate() {
        return new Aggregate("loop", loop().releaseId(), loop().version());
    }

    @Override
    default Changes changes() {
        return Changes.none().fact("deliveries", deliveries());
    }

    @Override
    default Object state() {
        return new State(loop().releaseId(), loop().productId(), loop().mode());
    }

    record State(UUID releaseId, UUID productId, LoopMode mode) {}
}
