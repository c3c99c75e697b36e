package dev.steward.feedback.item;

import dev.steward.platform.web.problem.NotFound;

/// The item does not exist, its event has not arrived, or the caller may not see it.
public final class ItemNotFound extends NotFound {

    public ItemNotFound() {
        super("item-not-found", "There is no such item, or you may not see it.");
    }
}
