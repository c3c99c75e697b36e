package dev.steward.backlog.item;

import dev.steward.platform.web.problem.NotFound;

/// No such item, or the caller is no member of its product.
public final class ItemNotFound extends NotFound {

    public ItemNotFound() {
        super("not-found", "There is no such item.");
    }
}
