package dev.steward.backlog.order;

import dev.steward.platform.web.problem.Conflict;

/// The order has changed since the caller has seen it.
final class OrderMoved extends Conflict {

    OrderMoved(long current) {
        super("order-moved", "The order has changed: its version is now " + current + ".");
        fact("orderVersion", current);
    }
}
