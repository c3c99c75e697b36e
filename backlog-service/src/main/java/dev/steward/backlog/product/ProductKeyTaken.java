package dev.steward.backlog.product;

import dev.steward.platform.web.problem.Conflict;

/// Another product has the key. Keys are unique over all products, also those that the caller
/// cannot see.
final class ProductKeyTaken extends Conflict {

    ProductKeyTaken(String key) {
        super("product-key-taken", "There is a product with the key " + key + ".");
    }
}
