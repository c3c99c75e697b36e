package dev.steward.backlog.goal;

import dev.steward.platform.web.NotFound;

/// No such goal, or one of a product that the caller may not know of.
final class GoalNotFound extends NotFound {

    GoalNotFound() {
        super("not-found", "There is no such goal.");
    }
}
