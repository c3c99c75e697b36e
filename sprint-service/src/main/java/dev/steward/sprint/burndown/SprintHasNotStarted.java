package dev.steward.sprint.burndown;

import dev.steward.platform.web.Conflict;

/// What is measured begins with the start.
final class SprintHasNotStarted extends Conflict {

    SprintHasNotStarted() {
        super("sprint-is-planned", "The sprint has not started: nothing is measured yet.");
    }
}
