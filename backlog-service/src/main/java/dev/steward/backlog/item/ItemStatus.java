package dev.steward.backlog.item;

import dev.steward.platform.web.problem.Conflict;
import java.util.List;
import java.util.Locale;

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

    /// The status of the item does not allow the action: `item-is-dropped`, `item-is-ready`, …
    static final class WrongItemStatus extends Conflict {

        /// @param action the refused action as a participle: "estimated"
        WrongItemStatus(ItemStatus status, String action) {
            super(
                    "item-is-" + status.name().toLowerCase(Locale.ROOT),
                    "The item is " + status + ": it cannot be " + action + allowed(status.steps()));
            fact("itemStatus", status.name());
            fact("allowed", status.steps());
        }

        private static String allowed(List<String> steps) {
            return steps.isEmpty()
                    ? ". It is final."
                    : ". Allowed: " + String.join(", ", steps) + ".";
        }
    }
}
