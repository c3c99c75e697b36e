package dev.steward.backlog.product;

import dev.steward.platform.messaging.store.Changes;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A product. Its key starts the keys of its items and is therefore final.
@Entity
@Table(name = "product")
class Product {

    @Id private UUID id;
    private String key;
    private String name;
    private @Nullable String description;

    @Enumerated(EnumType.STRING)
    private ProductStatus status = ProductStatus.ACTIVE;

    private long version = 1;
    private boolean deleted;

    @Column(name = "created_at")
    private Instant createdAt;

    protected Product() {}

    Product(UUID id, String key, ProductFields fields, Instant at) {
        this.id = id;
        this.key = key;
        this.name = fields.name();
        this.description = fields.description();
        this.createdAt = at;
    }

    ProductEvent created() {
        return new ProductEvent.Created(ProductState.of(this), version, Changes.none());
    }

    Optional<ProductEvent> update(ProductFields to) {
        var changes =
                Changes.of("name", name, to.name())
                        .and("description", description, to.description());
        if (changes.isEmpty()) {
            return Optional.empty();
        }
        name = to.name();
        description = to.description();
        version++;
        return Optional.of(new ProductEvent.Edited(ProductState.of(this), version, changes));
    }

    UUID id() {
        return id;
    }

    String key() {
        return key;
    }

    String name() {
        return name;
    }

    @Nullable String description() {
        return description;
    }

    ProductFields fields() {
        return new ProductFields(name, description);
    }

    ProductStatus status() {
        return status;
    }

    boolean isDeleted() {
        return deleted;
    }

    long version() {
        return version;
    }

    Instant createdAt() {
        return createdAt;
    }
}
