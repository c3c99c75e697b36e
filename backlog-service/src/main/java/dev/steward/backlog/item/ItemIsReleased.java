package dev.steward.backlog.item;

import dev.steward.platform.web.Conflict;

/// What is out is not decided against: its release would have to be rolled back first.
final class ItemIsReleased extends Conflict {

    ItemIsReleased() {
        super("item-is-released", "The item is RELEASED: it cannot be dropped.");
        fact("itemStatus", ShownStatus.RELEASED.name());
    }
}
