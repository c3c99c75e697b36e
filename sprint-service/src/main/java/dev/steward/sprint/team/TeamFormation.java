package dev.steward.sprint.team;

import dev.steward.platform.access.Grant;
import dev.steward.platform.messaging.EventRecord;
import dev.steward.platform.web.IfMatch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import java.util.function.UnaryOperator;

/// Forming teams and changing them.
@ApplicationScoped
class TeamFormation {

    private final Teams teams;
    private final ProductMembers members;
    private final EventRecord events;
    private final Clock clock;

    TeamFormation(Teams teams, ProductMembers members, EventRecord events, Clock clock) {
        this.teams = teams;
        this.members = members;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    Team form(Grant grant, TeamProfile profile) {
        var eligible = members.among(profile.subjects(), grant.productId());
        var team = Team.form(grant.productId(), profile, eligible, clock.instant());
        teams.add(team);
        events.append(grant.by(), team.created());
        return team;
    }

    /// @param change from the profile that is there, read under the lock, to the wanted one
    @Transactional
    Team edit(UUID id, Grant grant, IfMatch ifMatch, UnaryOperator<TeamProfile> change) {
        var team = teams.locked(id);
        ifMatch.check(team.version());
        var wanted = change.apply(team.profile());
        team.edit(wanted, members.among(wanted.subjects(), team.productId()))
                .ifPresent(edited -> {
                    teams.keep(team);
                    events.append(grant.by(), edited);
                });
        return team;
    }
}
