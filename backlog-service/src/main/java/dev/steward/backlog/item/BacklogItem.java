package dev.steward.backlog.item;

import dev.steward.backlog.item.ItemStatus.WrongItemStatus;
import dev.steward.backlog.work.KnownWork;
import dev.steward.platform.messaging.store.Changes;
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

/// An item of the product backlog. Each method checks the rules, raises the version and returns the
/// event; empty when nothing changed.
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

    /// A new item. Its event is [#created], once its first rank is known.
    public BacklogItem(
            ItemIdentity identity,
            ItemText text,
            @Nullable BigDecimal estimate,
            ValueInputs inputs) {
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

    /// What is fixed when an item is created.
    ///
    /// @param number rises within the product, with gaps
    /// @param splitFrom the item whose unfinished part this is; null for all others
    public record ItemIdentity(
            UUID id,
            UUID productId,
            String productKey,
            long number,
            Instant at,
            String by,
            @Nullable UUID splitFrom) {}

    /// @param rank the first rank; not part of the item, so only the event's changes name it
    public BacklogItemEvent.Created created(String rank) {
        return new BacklogItemEvent.Created(ItemState.of(this), version, rank);
    }

    public Optional<BacklogItemEvent> update(ItemText to) {
        checkNotDropped("edited");
        var changes = text.changesTo(to);
        if (changes.isEmpty()) {
            return Optional.empty();
        }
        text = to;
        version++;
        return Optional.of(new BacklogItemEvent.Edited(ItemState.of(this), version, changes));
    }

    public Optional<BacklogItemEvent> estimate(@Nullable BigDecimal to) {
        checkNotDropped("estimated");
        var changes = Changes.of("estimate", estimate, to);
        if (changes.isEmpty()) {
            return Optional.empty();
        }
        estimate = to;
        version++;
        return Optional.of(new BacklogItemEvent.Estimated(ItemState.of(this), version, changes));
    }

    public Optional<BacklogItemEvent> updateValueInputs(ValueInputs to) {
        checkNotDropped("valued");
        var changes = inputs().changesTo(to);
        if (changes.isEmpty()) {
            return Optional.empty();
        }
        inputs = to;
        version++;
        return Optional.of(new BacklogItemEvent.Valued(ItemState.of(this), version, changes));
    }

    public BacklogItemEvent refine() {
        if (status != ItemStatus.NEW && status != ItemStatus.READY) {
            throw new WrongItemStatus(status, "refined");
        }
        var changes = changeStatus(ItemStatus.REFINING);
        return new BacklogItemEvent.Refining(ItemState.of(this), version, changes);
    }

    /// Readiness rules that are not met are shown as advice; they do not prevent this.
    public BacklogItemEvent markReady() {
        if (status != ItemStatus.NEW && status != ItemStatus.REFINING) {
            throw new WrongItemStatus(status, "made ready");
        }
        var changes = changeStatus(ItemStatus.READY);
        return new BacklogItemEvent.Readied(ItemState.of(this), version, changes);
    }

    /// @param work the work on the item as far as its events have arrived; sprint-service ends work
    ///   that is not known here when it receives the drop
    /// @param released whether the item is in a released release
    /// @throws ItemIsInSprint
    /// @throws ItemIsReleased
    public BacklogItemEvent drop(@Nullable String reason, KnownWork work, boolean released) {
        checkNotDropped("dropped again");
        if (released) {
            throw new ItemIsReleased();
        }
        if (work.sprintId() != null) {
            throw new ItemIsInSprint(work.sprintId());
        }
        statusBefore = status;
        var changes = changeStatus(ItemStatus.DROPPED);
        return new BacklogItemEvent.Dropped(ItemState.of(this), version, changes, reason);
    }

    public BacklogItemEvent restore() {
        if (statusBefore == null) {
            throw new WrongItemStatus(status, "restored");
        }
        var changes = changeStatus(statusBefore);
        statusBefore = null;
        return new BacklogItemEvent.Restored(ItemState.of(this), version, changes);
    }

    /// Keeps the finished part: the acceptance criteria that are met, and the estimate less that of
    /// the remainder. The split has already happened in a sprint, so no status refuses it here.
    public BacklogItemEvent split(UUID remainder, @Nullable BigDecimal remainderEstimate) {
        var before = estimate;
        var changes = Changes.none().fact("restId", remainder);
        if (openCriteria() > 0) {
            // Only that it changed, as for long texts: the event stays no larger than the item was.
            changes.fact("acceptanceCriteria", Map.of("changed", true));
        }
        text = text.finishedPart();
        estimate = without(remainderEstimate);
        version++;
        return new BacklogItemEvent.Split(
                ItemState.of(this), version, changes.and("estimate", before, estimate));
    }

    /// Null when nothing is left: 0 would mean that somebody estimated no effort.
    private @Nullable BigDecimal without(@Nullable BigDecimal part) {
        if (estimate == null || part == null) {
            return estimate;
        }
        return estimate.compareTo(part) > 0 ? estimate.subtract(part) : null;
    }

    private Changes changeStatus(ItemStatus to) {
        var changes = Changes.of("status", status, to);
        status = to;
        version++;
        return changes;
    }

    private void checkNotDropped(String action) {
        if (status == ItemStatus.DROPPED) {
            throw new WrongItemStatus(status, action);
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

    public ItemText text() {
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
                new ReadinessRule.Facts(text.title(), estimate, text.acceptanceCriteria().size()));
    }

    long openCriteria() {
        return Criterion.open(text.acceptanceCriteria());
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
