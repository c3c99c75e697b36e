package dev.steward.backlog.item;

import dev.steward.backlog.work.KnownWork;
import dev.steward.platform.messaging.Changes;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An item of the product backlog. It decides; a decision raises its version and returns the event,
/// none where nothing changed.
@Entity
@Table(name = "item")
public class BacklogItem {

    @Id private UUID id;

    @Column(name = "product_id")
    private UUID productId;

    private long number;
    private String key;

    @Embedded private ItemText text;

    @Column(name = "split_from")
    private @Nullable UUID splitFrom;

    private @Nullable BigDecimal estimate;
    @Embedded private @Nullable ValueInputs inputs;

    @Enumerated(EnumType.STRING)
    private ItemStatus status = ItemStatus.NEW;

    @Column(name = "status_before")
    @Enumerated(EnumType.STRING)
    private @Nullable ItemStatus statusBefore;

    private long version = 1;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "created_by")
    private String createdBy;

    protected BacklogItem() {}

    /// A new item; its rank makes it [#created].
    BacklogItem(ItemIdentity identity, ItemText text, @Nullable BigDecimal estimate, ValueInputs inputs) {
        this.id = identity.id();
        this.productId = identity.productId();
        this.number = identity.number();
        this.key = identity.productKey() + "-" + identity.number();
        this.createdAt = identity.at();
        this.createdBy = identity.by();
        this.splitFrom = identity.splitFrom();
        this.estimate = estimate;
        this.inputs = inputs;
        this.text = text;
    }

    /// What an item gets once and keeps.
    ///
    /// @param number unique and rising per product, with gaps
    /// @param splitFrom the item that this is the rest of
    record ItemIdentity(
            UUID id,
            UUID productId,
            String productKey,
            long number,
            Instant at,
            String by,
            @Nullable UUID splitFrom) {}

    /// @param rank its first; not a part of the item, so only the change names it
    BacklogItemEvent.Created created(String rank) {
        return new BacklogItemEvent.Created(ItemState.of(this), version, rank);
    }

    Optional<BacklogItemEvent> update(ItemText to) {
        checkNotDropped("edited");
        var changes = text.changesTo(to);
        if (changes.isEmpty()) {
            return Optional.empty();
        }
        text = to;
        version++;
        return Optional.of(new BacklogItemEvent.Edited(ItemState.of(this), version, changes));
    }

    Optional<BacklogItemEvent> estimate(@Nullable BigDecimal to) {
        checkNotDropped("estimated");
        var changes = Changes.of("estimate", estimate, to);
        if (changes.isEmpty()) {
            return Optional.empty();
        }
        estimate = to;
        version++;
        return Optional.of(new BacklogItemEvent.Estimated(ItemState.of(this), version, changes));
    }

    Optional<BacklogItemEvent> value(ValueInputs to) {
        checkNotDropped("valued");
        var changes = inputs().changesTo(to);
        if (changes.isEmpty()) {
            return Optional.empty();
        }
        inputs = to;
        version++;
        return Optional.of(new BacklogItemEvent.Valued(ItemState.of(this), version, changes));
    }

    BacklogItemEvent refine() {
        if (status != ItemStatus.NEW && status != ItemStatus.READY) {
            throw new WrongItemStatus(status, "refined");
        }
        var changes = become(ItemStatus.REFINING);
        return new BacklogItemEvent.Refining(ItemState.of(this), version, changes);
    }

    /// The readiness rules that fail advise against it; they do not stand in its way.
    BacklogItemEvent ready() {
        if (status != ItemStatus.NEW && status != ItemStatus.REFINING) {
            throw new WrongItemStatus(status, "made ready");
        }
        var changes = become(ItemStatus.READY);
        return new BacklogItemEvent.Readied(ItemState.of(this), version, changes);
    }

    /// @param work on it, as far as known: what is not, ends when sprint-service hears of the drop
    /// @param released whether it is out
    /// @throws ItemIsInSprint
    /// @throws ItemIsReleased
    BacklogItemEvent drop(@Nullable String reason, KnownWork work, boolean released) {
        checkNotDropped("dropped again");
        if (released) {
            throw new ItemIsReleased();
        }
        if (work.sprintId() != null) {
            throw new ItemIsInSprint(work.sprintId());
        }
        statusBefore = status;
        var changes = become(ItemStatus.DROPPED);
        return new BacklogItemEvent.Dropped(ItemState.of(this), version, changes, reason);
    }

    BacklogItemEvent restore() {
        if (statusBefore == null) {
            throw new WrongItemStatus(status, "restored");
        }
        var changes = become(statusBefore);
        statusBefore = null;
        return new BacklogItemEvent.Restored(ItemState.of(this), version, changes);
    }

    /// Keeps what was done of it: the criteria that are met, and of its estimate, as it is now,
    /// what the rest leaves. It has happened in a sprint already, so nothing refuses it here.
    BacklogItemEvent split(UUID rest, @Nullable BigDecimal restEstimate) {
        var before = estimate;
        var changes = Changes.none().fact("restId", rest);
        if (openCriteria() > 0) {
            // As a text too long to show, so that the event is no larger than the item was.
            changes.fact("acceptanceCriteria", Map.of("changed", true));
        }
        text = text.withoutOpenCriteria();
        estimate = without(restEstimate);
        version++;
        return new BacklogItemEvent.Split(
                ItemState.of(this), version, changes.and("estimate", before, estimate));
    }

    /// Nothing left is no estimate: 0 would say that somebody means it to be no effort.
    private @Nullable BigDecimal without(@Nullable BigDecimal part) {
        if (estimate == null || part == null) {
            return estimate;
        }
        return estimate.compareTo(part) > 0 ? estimate.subtract(part) : null;
    }

    private Changes become(ItemStatus to) {
        var changes = Changes.of("status", status, to);
        status = to;
        version++;
        return changes;
    }

    private void checkNotDropped(String asked) {
        if (status == ItemStatus.DROPPED) {
            throw new WrongItemStatus(status, asked);
        }
    }

    public UUID id() {
        return id;
    }

    public UUID productId() {
        return productId;
    }

    public long number() {
        return number;
    }

    public String key() {
        return key;
    }

    ItemText text() {
        return text;
    }

    @Nullable UUID splitFrom() {
        return splitFrom;
    }

    public @Nullable BigDecimal estimate() {
        return estimate;
    }

    public ValueInputs inputs() {
        return inputs == null ? ValueInputs.NONE : inputs;
    }

    List<ReadinessRule> failingRules() {
        return ReadinessRule.failing(
                new ReadinessRule.Facts(text.title(), estimate, text.criteria().size()));
    }

    long openCriteria() {
        return Criterion.open(text.criteria());
    }

    public ItemStatus status() {
        return status;
    }

    public long version() {
        return version;
    }

    Instant createdAt() {
        return createdAt;
    }

    String createdBy() {
        return createdBy;
    }
}
