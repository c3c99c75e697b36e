package dev.steward.sprint.sprint;

import java.util.List;

public enum SprintStatus {
    PLANNED,
    ACTIVE,
    CLOSED,
    CANCELLED;

    /// The actions that are possible now, as the last part of their paths.
    List<String> actions() {
        return switch (this) {
            case PLANNED -> List.of("start");
            case ACTIVE -> List.of("close", "cancel");
            case CLOSED, CANCELLED -> List.of();
        };
    }
}
