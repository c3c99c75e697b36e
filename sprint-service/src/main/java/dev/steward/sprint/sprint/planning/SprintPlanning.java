package dev.steward.sprint.sprint.planning;

import dev.steward.platform.access.Grant;
import dev.steward.platform.messaging.store.EventStore;
import dev.steward.platform.web.conditional.IfMatch;
import dev.steward.platform.web.problem.FieldError;
import dev.steward.platform.web.problem.Invalid;
import dev.steward.sprint.sprint.Sprint;
import dev.steward.sprint.sprint.SprintFields;
import dev.steward.sprint.sprint.Sprints;
import dev.steward.sprint.team.TeamCalendar;
import dev.steward.sprint.team.TeamCalendars;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import java.util.function.UnaryOperator;

/// Creates sprints and updates their fields.
@ApplicationScoped
class SprintPlanning {

    private final Sprints sprints;
    private final TeamCalendars teams;
    private final EventStore events;
    private final Clock clock;

    SprintPlanning(Sprints sprints, TeamCalendars teams, EventStore events, Clock clock) {
        this.sprints = sprints;
        this.teams = teams;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    Sprint create(Grant grant, UUID team, SprintFields fields) {
        requireTeamOf(grant.productId(), team);
        var sprint = Sprint.create(grant.productId(), team, fields, clock.instant());
        sprints.persistAndFlush(sprint);
        events.append(grant.by(), sprint.planned());
        return sprint;
    }

    /// @param change applied to the current fields, which are read under the lock
    @Transactional
    Sprint update(UUID id, Grant grant, IfMatch ifMatch, UnaryOperator<SprintFields> change) {
        var sprint = sprints.lock(id);
        ifMatch.check(sprint.version());
        sprint.update(change.apply(sprint.fields()), clock.instant())
                .ifPresent(edited -> events.append(grant.by(), edited));
        return sprint;
    }

    private void requireTeamOf(UUID product, UUID team) {
        if (teams.of(team).map(TeamCalendar::productId).filter(product::equals).isEmpty()) {
            throw new Invalid(
                    FieldError.at(
                            "/teamId", "unknown-team", "The product has no team with this id."));
        }
    }
}
