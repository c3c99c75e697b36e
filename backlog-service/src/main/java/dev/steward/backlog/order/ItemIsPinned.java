package dev.steward.backlog.order;

import dev.steward.platform.web.problem.Conflict;
import java.util.UUID;

/// An item has at most one pin.
final class ItemIsPinned extends Conflict {

    ItemIsPinned(UUID pin) {
        super("item-is-pinned", "The item has a pin already: update or delete that one.");
        fact("pin", pin);
    }
}
