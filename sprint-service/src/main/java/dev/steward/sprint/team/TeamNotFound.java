package dev.steward.sprint.team;

import dev.steward.platform.web.problem.NotFound;

/// No such team, or one of a product that the caller has no role in.
final class TeamNotFound extends NotFound {

    TeamNotFound() {
        super("not-found", "There is no such team.");
    }
}
