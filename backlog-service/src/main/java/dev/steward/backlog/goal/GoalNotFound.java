package dev.steward.backlog.goal;

import dev.steward.platform.web.problem.NotFound;

/// No such goal, or the caller is no member of its product.
final class GoalNotFound extends NotFound {

    GoalNotFound() {
        super("not-found", "There is no such goal.");
    }
}
