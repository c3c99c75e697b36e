package dev.steward.backlog.goal;

import dev.steward.platform.messaging.store.Aggregate;
import dev.steward.platform.messaging.store.Changes;
import dev.steward.platform.messaging.store.DomainEvent;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The events of a goal.
sealed interface GoalEvent extends DomainEvent {

    @Override
    GoalState state();

    long version();

    @Override
    default UUID productId() {
        return state().productId();
    }

    @Override
    default Aggregate aggregate() {
        return new Aggregate("goal", state().id(), version());
    }

    record Proposed(GoalState state, long version) implements GoalEvent {

        @Override
        public Changes changes() {
            return Changes.none();
        }
    }

    record Edited(GoalState state, long version, Changes changes) implements GoalEvent {}

    record Activated(GoalState state, long version, Changes changes) implements GoalEvent {}

    record Achieved(GoalState state, long version, Changes changes) implements GoalEvent {}

    record Abandoned(GoalState state, long version, Changes changes) implements GoalEvent {

        @Override
        public @Nullable String reason() {
            return state.reason();
        }
    }
}
