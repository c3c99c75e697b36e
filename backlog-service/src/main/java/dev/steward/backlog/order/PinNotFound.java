package dev.steward.backlog.order;

import dev.steward.platform.web.problem.NotFound;

/// No such pin in this product.
final class PinNotFound extends NotFound {

    PinNotFound() {
        super("not-found", "There is no such pin.");
    }
}
