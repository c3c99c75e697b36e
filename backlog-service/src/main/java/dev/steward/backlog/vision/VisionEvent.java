package dev.steward.backlog.vision;

import dev.steward.platform.messaging.store.Aggregate;
import dev.steward.platform.messaging.store.Changes;
import dev.steward.platform.messaging.store.DomainEvent;
import java.util.UUID;

/// The events of a vision. There is none for being superseded: the next publication implies it.
sealed interface VisionEvent extends DomainEvent {

    @Override
    VisionState state();

    long version();

    @Override
    default UUID productId() {
        return state().productId();
    }

    @Override
    default Aggregate aggregate() {
        return new Aggregate("vision", state().id(), version());
    }

    record Drafted(VisionState state, long version) implements VisionEvent {

        @Override
        public Changes changes() {
            return Changes.none();
        }
    }

    record Published(VisionState state, long version, Changes changes) implements VisionEvent {}
}
