package dev.steward.backlog.product;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The state of a product in its events.
record ProductState(
        UUID id, String key, String name, @Nullable String description, ProductStatus status) {

    static ProductState of(Product product) {
        return new ProductState(
                product.id(),
                product.key(),
                product.name(),
                product.description(),
                product.status());
    }
}
