package dev.steward.backlog.order;

import dev.steward.platform.web.Conflict;

/// The order is no longer the one that the caller looked at.
final class OrderMoved extends Conflict {

    OrderMoved(long current) {
        super("order-moved", "The order has changed: its version is now " + current + ".");
        fact("orderVersion", current);
    }
}
