package dev.steward.sprint.sprint;

import dev.steward.platform.web.problem.Conflict;

/// The number of items in a sprint is limited.
final class SprintIsFull extends Conflict {

    SprintIsFull() {
        super("sprint-is-full", "A sprint holds at most " + SprintItems.MOST + " items.");
    }
}
