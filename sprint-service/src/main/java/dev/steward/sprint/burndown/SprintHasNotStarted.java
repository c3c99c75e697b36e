package dev.steward.sprint.burndown;

import dev.steward.platform.web.problem.Conflict;

/// A burndown begins with the start of the sprint.
final class SprintHasNotStarted extends Conflict {

    SprintHasNotStarted() {
        super("sprint-is-planned", "The sprint is PLANNED: it has no burndown before it starts.");
    }
}
