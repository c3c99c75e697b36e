package dev.steward.backlog.release;

import dev.steward.platform.messaging.store.Changes;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// A release: items that are delivered together. Each method checks the rules, raises the version
/// and returns the event; empty when nothing changed.
@Entity
@Table(name = "release")
class Release {

    @Id private UUID id;

    @Column(name = "product_id")
    private UUID productId;

    private String name;

    @Enumerated(EnumType.STRING)
    private ReleaseStatus status = ReleaseStatus.PLANNED;

    @Column(name = "item_ids", columnDefinition = "uuid[]")
    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<UUID> itemIds;

    @Column(name = "released_at")
    private @Nullable Instant releasedAt;

    private long version = 1;

    @Column(name = "created_at")
    private Instant createdAt;

    protected Release() {}

    /// What is fixed when a release is created.
    record ReleaseIdentity(UUID id, UUID productId, Instant at) {}

    Release(ReleaseIdentity identity, String name, List<UUID> itemIds) {
        this.id = identity.id();
        this.productId = identity.productId();
        this.createdAt = identity.at();
        this.name = name;
        this.itemIds = List.copyOf(itemIds);
    }

    ReleaseEvent planned() {
        return new ReleaseEvent.Planned(ReleaseState.of(this), version);
    }

    /// @throws WrongReleaseStatus unless it is PLANNED
    Optional<ReleaseEvent> update(String toName, List<UUID> toItemIds) {
        if (status != ReleaseStatus.PLANNED) {
            throw new WrongReleaseStatus(status, "changed");
        }
        var changes = Changes.of("name", name, toName).and("itemIds", itemIds, toItemIds);
        if (changes.isEmpty()) {
            return Optional.empty();
        }
        name = toName;
        itemIds = List.copyOf(toItemIds);
        version++;
        return Optional.of(new ReleaseEvent.Edited(ReleaseState.of(this), version, changes));
    }

    /// Empty when it is released already.
    ///
    /// @param items the items in it, as they are now
    /// @throws ReleaseIsEmpty
    /// @throws ItemsNotDone also when an item was dropped
    /// @throws WrongReleaseStatus when it was rolled back, which is final
    Optional<ReleaseEvent> release(List<ReleaseItem> items, Instant at) {
        return switch (status) {
            case RELEASED -> Optional.empty();
            case ROLLED_BACK -> throw new WrongReleaseStatus(status, "released");
            case PLANNED -> {
                if (items.isEmpty()) {
                    throw new ReleaseIsEmpty();
                }
                ItemsNotDone.requireDone(items);
                releasedAt = at;
                var changes = changeStatus(ReleaseStatus.RELEASED);
                yield Optional.of(
                        new ReleaseEvent.Released(ReleaseState.of(this), version, changes));
            }
        };
    }

    /// Its items are DONE again; the release keeps its list of items.
    ReleaseEvent rollBack(String reason) {
        if (status != ReleaseStatus.RELEASED) {
            throw new WrongReleaseStatus(status, "rolled back");
        }
        releasedAt = null;
        var changes = changeStatus(ReleaseStatus.ROLLED_BACK);
        return new ReleaseEvent.RolledBack(ReleaseState.of(this), version, changes, reason);
    }

    private Changes changeStatus(ReleaseStatus to) {
        var changes = Changes.of("status", status, to);
        status = to;
        version++;
        return changes;
    }

    UUID id() {
        return id;
    }

    UUID productId() {
        return productId;
    }

    String name() {
        return name;
    }

    ReleaseStatus status() {
        return status;
    }

    List<UUID> itemIds() {
        return itemIds;
    }

    @Nullable Instant releasedAt() {
        return releasedAt;
    }

    Instant createdAt() {
        return createdAt;
    }

    long version() {
        return version;
    }
}
