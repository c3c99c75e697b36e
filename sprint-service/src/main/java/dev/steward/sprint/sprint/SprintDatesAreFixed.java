package dev.steward.sprint.sprint;

import dev.steward.platform.web.Conflict;

/// A running sprint keeps its dates.
final class SprintDatesAreFixed extends Conflict {

    SprintDatesAreFixed() {
        super(
                "sprint-dates-are-fixed",
                "The sprint has started: its dates are part of what it is measured by.");
    }
}
