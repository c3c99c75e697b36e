package dev.steward.sprint.sprint;

import dev.steward.platform.web.problem.NotFound;

/// No such sprint, or one of a product that the caller has no role in.
final class SprintNotFound extends NotFound {

    SprintNotFound() {
        super("not-found", "There is no such sprint.");
    }
}
