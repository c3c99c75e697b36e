package dev.steward.sprint.work;

import dev.steward.platform.messaging.Aggregate;
import dev.steward.platform.messaging.Changes;
import dev.steward.platform.messaging.DomainEvent;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What can happen to the work on an item. The work has the item's id.
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

    /// @param sprintId the sprint that it is in now; null outside one
    /// @param teamId the team that does it, or did it
    record State(
            UUID itemId,
            UUID productId,
            WorkStatus status,
            @Nullable UUID sprintId,
            @Nullable UUID teamId,
            @Nullable String assignee) {}

    record Selected(long version, Changes changes, State state) implements WorkEvent {
        @Override
        public String happened() {
            return "selected";
        }
    }

    record Removed(long version, Changes changes, State state, @Nullable String reason)
            implements WorkEvent {
        @Override
        public String happened() {
            return "removed";
        }
    }

    /// Its sprint has ended without it being done.
    record Returned(long version, Changes changes, State state, @Nullable String reason)
            implements WorkEvent {
        @Override
        public String happened() {
            return "returned";
        }
    }

    record Started(long version, Changes changes, State state) implements WorkEvent {
        @Override
        public String happened() {
            return "started";
        }
    }

    record Done(long version, Changes changes, State state) implements WorkEvent {
        @Override
        public String happened() {
            return "done";
        }
    }

    record Reopened(long version, Changes changes, State state, String reason)
            implements WorkEvent {
        @Override
        public String happened() {
            return "reopened";
        }
    }

    record Carried(long version, Changes changes, State state) implements WorkEvent {
        @Override
        public String happened() {
            return "carried";
        }
    }

    /// Done work outlives its sprint.
    record Concluded(long version, Changes changes, State state) implements WorkEvent {
        @Override
        public String happened() {
            return "concluded";
        }
    }

    record Assigned(long version, Changes changes, State state) implements WorkEvent {
        @Override
        public String happened() {
            return "assigned";
        }
    }
}
