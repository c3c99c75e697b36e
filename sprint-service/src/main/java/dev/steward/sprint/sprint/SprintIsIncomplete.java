package dev.steward.sprint.sprint;

import dev.steward.platform.web.problem.Conflict;
import java.util.List;

/// A sprint needs a goal and dates to start.
final class SprintIsIncomplete extends Conflict {

    SprintIsIncomplete(List<String> missing) {
        super(
                "sprint-is-incomplete",
                "A sprint needs a goal, a start date and an end date to start. Missing: "
                        + String.join(", ", missing)
                        + ".");
        fact("missing", missing);
    }
}
