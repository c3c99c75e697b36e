package dev.steward.sprint.team;

import dev.steward.platform.messaging.store.Aggregate;
import dev.steward.platform.messaging.store.Changes;
import dev.steward.platform.messaging.store.DomainEvent;
import java.time.DayOfWeek;
import java.util.List;
import java.util.UUID;

/// The events of a team.
sealed interface TeamEvent extends DomainEvent {

    long version();

    @Override
    State state();

    @Override
    default Aggregate aggregate() {
        return new Aggregate("team", state().id(), version());
    }

    /// Members are given by `sub`, never by name, because events leave the service.
    record State(
            UUID id,
            String name,
            String timeZone,
            List<DayOfWeek> workingDays,
            List<TeamMember> members) {}

    record Created(UUID productId, long version, Changes changes, State state)
            implements TeamEvent {}

    record Edited(UUID productId, long version, Changes changes, State state)
            implements TeamEvent {}
}
