package dev.steward.sprint.sprint;

import dev.steward.platform.web.NotFound;

/// No such item in the sprint, or not any more.
final class ItemIsNotInSprint extends NotFound {

    ItemIsNotInSprint() {
        super("not-found", "The item is not in this sprint.");
    }
}
