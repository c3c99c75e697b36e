package dev.steward.backlog.product;

import dev.steward.platform.web.problem.Conflict;

/// A product has exactly one owner at all times.
final class ProductNeedsItsOwner extends Conflict {

    ProductNeedsItsOwner() {
        super(
                "product-needs-its-owner",
                "A product has exactly one owner: make another member the owner first.");
    }
}
