package dev.steward.backlog.item;

import dev.steward.platform.web.Conflict;
import java.util.Locale;

/// The item's state forbids what was asked: `item-is-dropped`, `item-is-ready`, …
final class WrongItemStatus extends Conflict {

    /// @param asked what cannot be done, as a participle: "estimated"
    WrongItemStatus(ItemStatus status, String asked) {
        super(
                "item-is-" + status.name().toLowerCase(Locale.ROOT),
                "The item is "
                        + status
                        + ": it cannot be "
                        + asked
                        + ". Allowed: "
                        + status.steps()
                        + ".");
        fact("itemStatus", status.name());
        fact("allowed", status.steps());
    }
}
