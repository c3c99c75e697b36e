package dev.steward.backlog.goal;

import java.util.List;

enum GoalStatus {
    PROPOSED,
    ACTIVE,
    ACHIEVED,
    ABANDONED;

    /// Allowed actions, named by the last part of their paths.
    List<String> steps() {
        return switch (this) {
            case PROPOSED -> List.of("activate");
            case ACTIVE -> List.of("achieve", "abandon");
            case ACHIEVED, ABANDONED -> List.of();
        };
    }
}
