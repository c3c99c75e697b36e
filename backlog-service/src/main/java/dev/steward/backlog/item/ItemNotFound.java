package dev.steward.backlog.item;

import dev.steward.platform.web.NotFound;

/// No such item, or one of a product that the caller may not know of.
public final class ItemNotFound extends NotFound {

    public ItemNotFound() {
        super("not-found", "There is no such item.");
    }
}
