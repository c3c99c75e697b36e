package dev.steward.backlog.item;

import java.util.List;

/// The item's own status; the status of the work on it belongs to sprint-service.
public enum ItemStatus {
    NEW,
    REFINING,
    READY,
    DROPPED;

    /// Allowed actions, named by the last part of their paths.
    List<String> steps() {
        return switch (this) {
            case NEW -> List.of("refine", "ready", "drop");
            case REFINING -> List.of("ready", "drop");
            case READY -> List.of("refine", "drop");
            case DROPPED -> List.of("restore");
        };
    }
}
