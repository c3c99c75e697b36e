package dev.steward.backlog.order;

import dev.steward.platform.web.Conflict;
import java.util.UUID;

/// An item has one pin at most.
final class ItemIsPinned extends Conflict {

    ItemIsPinned(UUID pin) {
        super("item-is-pinned", "The item has a pin already: change or remove that one.");
        fact("pin", pin);
    }
}
