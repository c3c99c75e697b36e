package dev.steward.sprint.item;

import dev.steward.platform.web.problem.NotFound;

/// No such item, none that is known here yet, or one of a product that the caller has no role in.
public final class ItemNotFound extends NotFound {

    public ItemNotFound() {
        super("not-found", "There is no such item.");
    }

    ItemNotFound(String name) {
        super("not-found", "There is no item " + name + " in this product.");
        fact("item", name);
    }
}
