package dev.steward.platform.access;

import dev.steward.platform.web.problem.NotFound;

/// No such product, or none that the caller may know of.
public final class ProductNotFound extends NotFound {

    public ProductNotFound() {
        super("not-found", "There is no such product.");
    }
}
