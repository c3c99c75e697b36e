package dev.steward.backlog.item;

import dev.steward.platform.web.problem.Conflict;
import java.util.List;
import java.util.Locale;

/// The status of the item does not allow the action: `item-is-dropped`, `item-is-ready`, …
final class WrongItemStatus extends Conflict {

    /// @param action the refused action as a participle: "estimated"
    WrongItemStatus(ItemStatus status, String action) {
        super(
                "item-is-" + status.name().toLowerCase(Locale.ROOT),
                "The item is " + status + ": it cannot be " + action + allowed(status.steps()));
        fact("itemStatus", status.name());
        fact("allowed", status.steps());
    }

    private static String allowed(List<String> steps) {
        return steps.isEmpty() ? ". It is final." : ". Allowed: " + String.join(", ", steps) + ".";
    }
}
