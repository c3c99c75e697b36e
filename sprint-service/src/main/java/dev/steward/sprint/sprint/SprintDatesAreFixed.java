package dev.steward.sprint.sprint;

import dev.steward.platform.web.problem.Conflict;

/// The dates of a sprint cannot change once it has started.
final class SprintDatesAreFixed extends Conflict {

    SprintDatesAreFixed() {
        super(
                "sprint-dates-are-fixed",
                "The sprint has started, so its start date and end date cannot change any more.");
    }
}
