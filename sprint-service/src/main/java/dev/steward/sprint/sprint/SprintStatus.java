package dev.steward.sprint.sprint;

import java.util.List;

public enum SprintStatus {
    PLANNED,
    ACTIVE,
    CLOSED,
    CANCELLED;

    /// What can be done with a sprint now, as the last part of a path.
    List<String> steps() {
        return switch (this) {
            case PLANNED -> List.of("start");
            case ACTIVE -> List.of("close", "cancel");
            case CLOSED, CANCELLED -> List.of();
        };
    }
}
