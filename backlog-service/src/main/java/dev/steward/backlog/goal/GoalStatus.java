package dev.steward.backlog.goal;

enum GoalStatus {
    PROPOSED,
    ACTIVE,
    ACHIEVED,
    ABANDONED
}
