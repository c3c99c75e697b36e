package dev.steward.feedback.item;

import dev.steward.platform.web.NotFound;

/// No such item here, or not for this caller.
public final class ItemNotFound extends NotFound {

    public ItemNotFound() {
        super("item-not-found", "There is no such item, or you may not see it.");
    }
}
