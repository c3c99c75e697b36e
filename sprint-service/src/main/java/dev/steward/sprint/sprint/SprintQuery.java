package dev.steward.sprint.sprint;

import dev.steward.platform.access.Access;
import dev.steward.platform.access.Grant;
import dev.steward.platform.access.Right;
import dev.steward.sprint.sprint.SprintItems.ScopeTotals;
import dev.steward.sprint.team.TeamCalendars;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/// Reads sprints as answers show them, any number of them in three statements.
@ApplicationScoped
public class SprintQuery {

    private final Access access;
    private final Sprints sprints;
    private final SprintItems items;
    private final TeamCalendars teams;

    SprintQuery(Access access, Sprints sprints, SprintItems items, TeamCalendars teams) {
        this.access = access;
        this.sprints = sprints;
        this.items = items;
        this.teams = teams;
    }

    /// @throws SprintNotFound also when the caller has no role in the product of the sprint
    public Grant grant(UUID id) {
        return access.to(sprints.productOf(id), SprintNotFound::new);
    }

    /// Checks the right to change the items of the sprint, which depends on its status.
    public Grant grantScopeChange(UUID id) {
        var sprint = sprints.get(id);
        return access.to(sprint.productId(), SprintNotFound::new).require(sprint.scopeRight());
    }

    /// @throws SprintNotFound also when the caller has no role in the product of the sprint
    public SprintView get(UUID id) {
        var sprint = sprints.get(id);
        access.to(sprint.productId(), SprintNotFound::new).requireRead(Right.SPRINT);
        return view(sprint);
    }

    /// For answers about the contents of a sprint. Does not check any right.
    public SprintSummary summary(UUID id) {
        return sprints.get(id).summary();
    }

    public SprintView current(UUID id) {
        return view(sprints.get(id));
    }

    public SprintView view(Sprint sprint) {
        return views(List.of(sprint)).getFirst();
    }

    public List<SprintView> views(Collection<Sprint> found) {
        var get = teams.of(found.stream().map(Sprint::teamId).distinct().toList());
        var scopes = items.scopes(found.stream().map(Sprint::id).toList());
        return found.stream()
                .map(sprint ->
                        SprintView.of(
                                sprint,
                                get.get(sprint.teamId()),
                                scopes.getOrDefault(sprint.id(), ScopeTotals.EMPTY)))
                .toList();
    }
}
