package dev.steward.sprint.sprint;

import dev.steward.platform.web.problem.NotFound;

/// No such sprint, or one of a product that the caller has no role in.
public final class SprintNotFound extends NotFound {

    public SprintNotFound() {
        super("not-found", "There is no such sprint.");
    }
}
