package dev.steward.sprint.sprint;

import dev.steward.platform.access.Access;
import dev.steward.platform.access.Grant;
import dev.steward.platform.access.Right;
import dev.steward.sprint.sprint.SprintItems.Scope;
import dev.steward.sprint.team.TeamCalendars;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/// Sprints as callers see them: however many, in three statements.
@ApplicationScoped
public class SprintReading {

    private final Access access;
    private final Sprints sprints;
    private final SprintItems items;
    private final TeamCalendars teams;

    SprintReading(Access access, Sprints sprints, SprintItems items, TeamCalendars teams) {
        this.access = access;
        this.sprints = sprints;
        this.items = items;
        this.teams = teams;
    }

    /// @throws SprintNotFound also where the caller has no role in its product
    public Grant grant(UUID id) {
        return access.to(sprints.productOf(id), SprintNotFound::new);
    }

    /// What the caller may do, to change what is in it.
    Grant grantToItsScope(UUID id) {
        var sprint = sprints.named(id);
        return access.to(sprint.productId(), SprintNotFound::new).toDo(sprint.rightToItsScope());
    }

    /// @throws SprintNotFound also where the caller has no role in its product
    SprintView named(UUID id) {
        var sprint = sprints.named(id);
        access.to(sprint.productId(), SprintNotFound::new).toRead(Right.SPRINT);
        return view(sprint);
    }

    /// For those who show what is in it; the caller is known to see it.
    public SprintFrame frame(UUID id) {
        return sprints.named(id).frame();
    }

    SprintView now(UUID id) {
        return view(sprints.named(id));
    }

    SprintView view(Sprint sprint) {
        return views(List.of(sprint)).getFirst();
    }

    List<SprintView> views(Collection<Sprint> found) {
        var named = teams.of(found.stream().map(Sprint::teamId).distinct().toList());
        var scopes = items.scopes(found.stream().map(Sprint::id).toList());
        return found.stream()
                .map(sprint ->
                        SprintView.of(
                                sprint,
                                named.get(sprint.teamId()),
                                scopes.getOrDefault(sprint.id(), Scope.EMPTY)))
                .toList();
    }
}
