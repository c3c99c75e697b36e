package dev.steward.sprint.team;

import dev.steward.platform.access.People;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;

/// Teams as answers show them, with the names of their members.
@ApplicationScoped
class TeamViewQuery {

    private final People people;

    TeamViewQuery(People people) {
        this.people = people;
    }

    TeamView of(Team team) {
        return of(List.of(team)).getFirst();
    }

    List<TeamView> of(Collection<Team> teams) {
        var subjects =
                teams.stream().flatMap(team -> team.profile().subjects().stream()).distinct();
        var names = people.of(subjects.toList());
        return teams.stream().map(team -> TeamView.of(team, names)).toList();
    }
}
