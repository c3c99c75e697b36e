package dev.steward.backlog.order.pin;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/// A pin: an exception from the order by score. It moves nothing by itself; proposals keep it.
@Entity
@Table(name = "pin")
class Pin {

    @Id private UUID id;

    @Column(name = "product_id")
    private UUID productId;

    @Column(name = "item_id")
    private UUID itemId;

    @Embedded private PinTerms terms;

    @Column(name = "set_at")
    private Instant setAt;

    @Column(name = "set_by")
    private String setBy;

    private long version = 1;

    protected Pin() {}

    /// What is fixed when a pin is created.
    record PinIdentity(UUID id, UUID productId, UUID itemId, Instant at, String by) {}

    Pin(PinIdentity setting, PinTerms terms) {
        this.id = setting.id();
        this.productId = setting.productId();
        this.itemId = setting.itemId();
        this.setAt = setting.at();
        this.setBy = setting.by();
        this.terms = terms;
    }

    PinEvent set() {
        return new PinEvent.Set(PinState.of(this), version);
    }

    Optional<PinEvent> update(PinTerms to) {
        var changes = terms.changesTo(to);
        if (changes.isEmpty()) {
            return Optional.empty();
        }
        terms = to;
        version++;
        return Optional.of(new PinEvent.Changed(PinState.of(this), version, changes));
    }

    PinEvent remove() {
        version++;
        return new PinEvent.Removed(productId, id, version);
    }

    boolean isOver(LocalDate today) {
        return terms.until() != null && terms.until().isBefore(today);
    }

    UUID id() {
        return id;
    }

    UUID productId() {
        return productId;
    }

    UUID itemId() {
        return itemId;
    }

    PinTerms terms() {
        return terms;
    }

    long version() {
        return version;
    }
}
