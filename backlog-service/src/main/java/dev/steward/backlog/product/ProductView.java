package dev.steward.backlog.product;

import dev.steward.backlog.ApiTexts;
import dev.steward.platform.access.Role;
import dev.steward.platform.web.conditional.Representation;
import dev.steward.platform.web.conditional.Tagged;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Product")
record ProductView(
        @Schema(description = "Id of the product.") UUID id,
        @Schema(
                        description =
                                "Starts the keys of the product's items, for example `SHOP`. Never"
                                        + " changes.")
                String key,
        @Schema(description = "Name of the product.") String name,
        @Schema(description = "What the product is; null when there is none.")
                @Nullable String description,
        @Schema(description = "ACTIVE; there is no other status yet.") ProductStatus status,
        @Schema(description = "When it was created (UTC).") Instant createdAt,
        @Schema(description = ApiTexts.VERSION) long version,
        @Schema(description = "The caller's roles and rights in the product.") MyRights my)
        implements Tagged {

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

    @Override
    public String etag() {
        return Representation.etag(version, my.roles().toString());
    }
}
