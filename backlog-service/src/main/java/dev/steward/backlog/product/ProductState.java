package dev.steward.backlog.product;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A product as its events show it.
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
