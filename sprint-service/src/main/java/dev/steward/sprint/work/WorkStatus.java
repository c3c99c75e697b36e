package dev.steward.sprint.work;

import java.util.List;

public enum WorkStatus {
    NONE,
    SELECTED,
    IN_PROGRESS,
    DONE;

    /// The statuses that one step leads to.
    List<WorkStatus> next() {
        return switch (this) {
            case NONE -> List.of(SELECTED);
            case SELECTED -> List.of(IN_PROGRESS, NONE);
            case IN_PROGRESS -> List.of(DONE, NONE);
            case DONE -> List.of(IN_PROGRESS);
        };
    }
}
