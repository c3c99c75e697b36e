package dev.steward.backlog.release;

import dev.steward.platform.messaging.store.Aggregate;
import dev.steward.platform.messaging.store.Changes;
import dev.steward.platform.messaging.store.DomainEvent;
import java.util.UUID;

/// The events of a release.
sealed interface ReleaseEvent extends DomainEvent {

    @Override
    ReleaseState state();

    long version();

    @Override
    default UUID productId() {
        return state().productId();
    }

    @Override
    default Aggregate aggregate() {
        return new Aggregate("release", state().id(), version());
    }

    record Planned(ReleaseState state, long version) implements ReleaseEvent {

        @Override
        public Changes changes() {
            return Changes.none();
        }
    }

    record Edited(ReleaseState state, long version, Changes changes) implements ReleaseEvent {}

    record Released(ReleaseState state, long version, Changes changes) implements ReleaseEvent {}

    record RolledBack(ReleaseState state, long version, Changes changes, String reason)
            implements ReleaseEvent {}
}
