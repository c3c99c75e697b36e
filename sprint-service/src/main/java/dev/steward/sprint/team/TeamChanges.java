package dev.steward.sprint.team;

import dev.steward.platform.access.Grant;
import dev.steward.platform.messaging.store.EventStore;
import dev.steward.platform.web.conditional.IfMatch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import java.util.function.UnaryOperator;

/// Creates and updates teams.
@ApplicationScoped
class TeamChanges {

    private final Teams teams;
    private final ProductMembers members;
    private final EventStore events;
    private final Clock clock;

    TeamChanges(Teams teams, ProductMembers members, EventStore events, Clock clock) {
        this.teams = teams;
        this.members = members;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    Team create(Grant grant, TeamProfile profile) {
        var eligible = members.findMembers(profile.subjects(), grant.productId());
        var team = Team.create(grant.productId(), profile, eligible, clock.instant());
        teams.add(team);
        events.append(grant.by(), team.created());
        return team;
    }

    /// @param change applied to the current profile, which is read under the lock
    @Transactional
    Team update(UUID id, Grant grant, IfMatch ifMatch, UnaryOperator<TeamProfile> change) {
        var team = teams.lock(id);
        ifMatch.check(team.version());
        var wanted = change.apply(team.profile());
        team.update(wanted, members.findMembers(wanted.subjects(), team.productId()))
                .ifPresent(edited -> {
                    teams.flushChanges(team);
                    events.append(grant.by(), edited);
                });
        return team;
    }
}
