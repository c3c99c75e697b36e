package dev.steward.backlog.goal;

import dev.steward.platform.web.Conflict;
import java.util.Locale;

/// The goal's state forbids what was asked: `goal-is-proposed`, `goal-is-achieved`, …
final class WrongGoalStatus extends Conflict {

    /// @param asked what cannot be done, as a participle: "achieved"
    WrongGoalStatus(GoalStatus status, String asked) {
        super(
                "goal-is-" + status.name().toLowerCase(Locale.ROOT),
                "The goal is "
                        + status
                        + ": it cannot be "
                        + asked
                        + ". Allowed: "
                        + status.steps()
                        + ".");
        fact("goalStatus", status.name());
        fact("allowed", status.steps());
    }
}
