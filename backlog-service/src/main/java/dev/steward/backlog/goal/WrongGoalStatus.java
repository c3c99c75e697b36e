package dev.steward.backlog.goal;

import dev.steward.platform.web.problem.Conflict;
import java.util.List;
import java.util.Locale;

/// The status of the goal does not allow the action: `goal-is-proposed`, `goal-is-achieved`, …
final class WrongGoalStatus extends Conflict {

    /// @param action the refused action as a participle: "achieved"
    WrongGoalStatus(GoalStatus status, String action) {
        super(
                "goal-is-" + status.name().toLowerCase(Locale.ROOT),
                "The goal is " + status + ": it cannot be " + action + allowed(status.steps()));
        fact("goalStatus", status.name());
        fact("allowed", status.steps());
    }

    private static String allowed(List<String> steps) {
        return steps.isEmpty() ? ". It is final." : ". Allowed: " + String.join(", ", steps) + ".";
    }
}
