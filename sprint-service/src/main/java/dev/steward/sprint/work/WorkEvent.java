package dev.steward.sprint.work;

import dev.steward.platform.messaging.store.Aggregate;
import dev.steward.platform.messaging.store.Changes;
import dev.steward.platform.messaging.store.DomainEvent;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The events of the work on an item. The id of the work is the id of the item.
public sealed interface WorkEvent extends DomainEvent {

    long version();

    @Override
    State state();

    @Override
    default UUID productId() {
        return state().productId();
    }

    @Override
    default Aggregate aggregate() {
        return new Aggregate("work", state().itemId(), version());
    }

    /// @param sprintId the sprint that it is in; null outside a sprint
    /// @param teamId the team that works on it or finished it; null when no team does
    record State(
            UUID itemId,
            UUID productId,
            WorkStatus status,
            @Nullable UUID sprintId,
            @Nullable UUID teamId,
            @Nullable String assignee) {}

    record Selected(long version, Changes changes, State state) implements WorkEvent {}

    record Removed(long version, Changes changes, State state, @Nullable String reason)
            implements WorkEvent {}

    /// The sprint has ended and the item was not done.
    record Returned(long version, Changes changes, State state, @Nullable String reason)
            implements WorkEvent {}

    record Started(long version, Changes changes, State state) implements WorkEvent {}

    record Done(long version, Changes changes, State state) implements WorkEvent {}

    record Reopened(long version, Changes changes, State state, String reason)
            implements WorkEvent {}

    record Carried(long version, Changes changes, State state) implements WorkEvent {}

    /// The sprint has ended and the item was done.
    record Concluded(long version, Changes changes, State state) implements WorkEvent {}

    record Assigned(long version, Changes changes, State state) implements WorkEvent {}
}
