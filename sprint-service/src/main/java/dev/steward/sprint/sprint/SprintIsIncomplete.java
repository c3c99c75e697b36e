package dev.steward.sprint.sprint;

import dev.steward.platform.web.Conflict;
import java.util.List;

/// What starts has a goal and dates.
final class SprintIsIncomplete extends Conflict {

    SprintIsIncomplete(List<String> missing) {
        super(
                "sprint-is-incomplete",
                "A sprint needs a goal and dates; missing: " + String.join(", ", missing) + ".");
        fact("missing", missing);
    }
}
