package dev.steward.sprint.sprint;

import dev.steward.platform.messaging.store.Aggregate;
import dev.steward.platform.messaging.store.Changes;
import dev.steward.platform.messaging.store.DomainEvent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The events of a sprint. Items that enter or leave it are events of the work on them.
public sealed interface SprintEvent extends DomainEvent {

    long version();

    @Override
    State state();

    @Override
    default UUID productId() {
        return state().productId();
    }

    @Override
    default Aggregate aggregate() {
        return new Aggregate("sprint", state().id(), version());
    }

    /// @param plannedPoints the forecast, recorded at the start; null before
    /// @param completedPoints recorded at the end; null before
    record State(
            UUID id,
            UUID productId,
            UUID teamId,
            String name,
            @Nullable String goal,
            @Nullable LocalDate startDate,
            @Nullable LocalDate endDate,
            SprintStatus status,
            @Nullable Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable BigDecimal plannedPoints,
            @Nullable Integer plannedItems,
            @Nullable BigDecimal completedPoints,
            @Nullable Integer completedItems) {}

    record Planned(long version, Changes changes, State state) implements SprintEvent {}

    record Edited(long version, Changes changes, State state) implements SprintEvent {}

    record Started(long version, Changes changes, State state) implements SprintEvent {}

    record Closed(long version, Changes changes, State state) implements SprintEvent {}

    record Cancelled(long version, Changes changes, State state, String reason)
            implements SprintEvent {}
}
