package dev.steward.backlog.product;

import dev.steward.platform.access.Role;
import dev.steward.platform.web.Representation;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Product")
record ProductView(
        UUID id,
        String key,
        String name,
        @Nullable String description,
        ProductStatus status,
        Instant createdAt,
        long version,
        MyRights my) {

    static ProductView of(Product product, Set<Role> roles) {
        return new ProductView(
                product.id(),
                product.key(),
                product.name(),
                product.description(),
                product.status(),
                product.createdAt(),
                product.version(),
                MyRights.of(roles));
    }

    static ProductView of(Products.OfPerson row) {
        return new ProductView(
                row.id(),
                row.key(),
                row.name(),
                row.description(),
                row.status(),
                row.createdAt(),
                row.version(),
                MyRights.of(row.roles()));
    }

    String etag() {
        return Representation.etag(version, my.roles().toString());
    }
}
