package dev.steward.sprint.team;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Reads the calendars of teams, for other packages.
@ApplicationScoped
public class TeamCalendars {

    private final Teams teams;

    TeamCalendars(Teams teams) {
        this.teams = teams;
    }

    public Optional<TeamCalendar> of(UUID team) {
        return Optional.ofNullable(of(List.of(team)).get(team));
    }

    /// By id of the team, in one statement.
    public Map<UUID, TeamCalendar> of(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : teams.list("id in ?1", ids).stream()
                        .map(TeamCalendars::calendar)
                        .collect(Collectors.toMap(TeamCalendar::id, Function.identity()));
    }

    private static TeamCalendar calendar(Team team) {
        var profile = team.profile();
        return new TeamCalendar(
                team.id(),
                team.productId(),
                profile.name(),
                profile.timeZone(),
                profile.workingDays());
    }
}
