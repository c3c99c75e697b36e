package dev.steward.sprint.sprint;

import dev.steward.platform.web.Conflict;

/// What is in a sprint is bounded.
final class SprintIsFull extends Conflict {

    SprintIsFull() {
        super("sprint-is-full", "A sprint holds " + SprintItems.MOST + " items at most.");
    }
}
