package dev.steward.backlog.item;

import dev.steward.platform.web.problem.Conflict;

/// A released item cannot be dropped unless its release is rolled back first.
final class ItemIsReleased extends Conflict {

    ItemIsReleased() {
        super("item-is-released", "The item is RELEASED: it cannot be dropped.");
        fact("itemStatus", ShownStatus.RELEASED.name());
    }
}
