package dev.steward.sprint.sprint;

import dev.steward.platform.web.problem.NotFound;

/// The item is not, or no longer, in the sprint.
final class ItemIsNotInSprint extends NotFound {

    ItemIsNotInSprint() {
        super("not-found", "The item is not in this sprint.");
    }
}
