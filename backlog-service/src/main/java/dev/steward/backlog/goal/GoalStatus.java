package dev.steward.backlog.goal;

import java.util.List;

enum GoalStatus {
    PROPOSED,
    ACTIVE,
    ACHIEVED,
    ABANDONED;

    /// What can be done with a goal now, as the last part of a path.
    List<String> steps() {
        return switch (this) {
            case PROPOSED -> List.of("activate", "abandon");
            case ACTIVE -> List.of("achieve", "abandon");
            case ACHIEVED, ABANDONED -> List.of();
        };
    }
}
