package dev.steward.backlog.goal;

import dev.steward.platform.web.Conflict;

/// A product pursues one goal at a time.
final class AnotherGoalIsActive extends Conflict {

    AnotherGoalIsActive(GoalReference goal) {
        super(
                "another-goal-is-active",
                "The goal \"" + goal.title() + "\" is active: achieve or abandon it first.");
        fact("goal", goal);
    }
}
