package dev.steward.sprint.work;

import dev.steward.platform.web.problem.Conflict;
import dev.steward.sprint.item.Item;

/// Work on a dropped or duplicate item cannot change.
public final class ItemIsDiscarded extends Conflict {

    ItemIsDiscarded(Item item) {
        super(
                "item-is-dropped",
                item.key() + " is " + item.status() + ": its work cannot be changed.");
        fact("itemId", item.id());
    }
}
