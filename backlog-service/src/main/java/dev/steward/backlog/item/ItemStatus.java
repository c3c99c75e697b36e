package dev.steward.backlog.item;

import java.util.List;

/// The item's own state; work on it is sprint-service's.
public enum ItemStatus {
    NEW,
    REFINING,
    READY,
    DROPPED;

    /// What can be done with an item now, as the last part of a path.
    List<String> steps() {
        return switch (this) {
            case NEW -> List.of("refine", "ready", "drop");
            case REFINING -> List.of("ready", "drop");
            case READY -> List.of("refine", "drop");
            case DROPPED -> List.of("restore");
        };
    }
}
