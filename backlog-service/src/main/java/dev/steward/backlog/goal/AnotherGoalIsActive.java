package dev.steward.backlog.goal;

import dev.steward.platform.web.problem.Conflict;

/// Only one goal of a product is active at a time.
final class AnotherGoalIsActive extends Conflict {

    AnotherGoalIsActive(GoalReference goal) {
        super(
                "another-goal-is-active",
                "The goal \"" + goal.title() + "\" is active: achieve or abandon it first.");
        fact("goal", goal);
    }
}
