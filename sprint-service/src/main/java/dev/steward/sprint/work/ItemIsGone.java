package dev.steward.sprint.work;

import dev.steward.platform.web.Conflict;
import dev.steward.sprint.item.Item;

/// Nobody works on what was decided against.
public final class ItemIsGone extends Conflict {

    ItemIsGone(Item item) {
        super("item-is-dropped", item.key() + " is " + item.status() + ": nobody works on it.");
        fact("itemId", item.id());
    }
}
