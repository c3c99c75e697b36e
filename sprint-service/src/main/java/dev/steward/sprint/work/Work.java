package dev.steward.sprint.work;

import dev.steward.platform.messaging.store.Changes;
import dev.steward.sprint.item.Item;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The work on one item: status, assignee and sprint. It has one version across all sprints;
/// version 0 means that nobody has changed it yet.
@Entity
public class Work {

    @Id private UUID itemId;

    private UUID productId;

    @Enumerated(EnumType.STRING)
    private WorkStatus status = WorkStatus.NONE;

    private @Nullable UUID sprintId;
    private @Nullable UUID teamId;
    private @Nullable String assignee;
    private int itemEpoch;
    private long itemVersion;
    private long version;

    protected Work() {}

    private Work(UUID itemId, UUID productId) {
        this.itemId = itemId;
        this.productId = productId;
    }

    /// The work on an item that nobody has changed yet: version 0, status NONE.
    public static Work none(UUID itemId, UUID productId) {
        return new Work(itemId, productId);
    }

    /// Whether the item must be READY to be selected. Work that is under way outside a sprint has
    /// passed that check already.
    public boolean needsReady(Item item) {
        return status == WorkStatus.NONE || item.isDiscarded();
    }

    /// Selects the item for a sprint; [#changeStatus] selects it without one. Work that is
    /// IN_PROGRESS stays so.
    ///
    /// @throws ItemIsInSprint when it is in a sprint already
    /// @throws WrongWorkStatus when it is DONE
    public WorkEvent selectFor(UUID sprint, UUID team, Item item) {
        if (sprintId != null) {
            throw new ItemIsInSprint(item, sprintId);
        }
        if (status == WorkStatus.DONE) {
            throw new WrongWorkStatus(status, "selected", item);
        }
        var before = state();
        status = status == WorkStatus.NONE ? WorkStatus.SELECTED : status;
        sprintId = sprint;
        teamId = team;
        recordItemVersion(item);
        return event(before, WorkEvent.Selected::new);
    }

    /// Changes the status by one step.
    ///
    /// @param reason why done work is reopened; needed for that step only
    /// @throws WrongWorkStatus when the step does not lead on from the current status
    public WorkEvent changeStatus(WorkStatus to, Item item, @Nullable String reason) {
        if (item.isDiscarded()) {
            throw new ItemIsDiscarded(item);
        }
        return switch (to) {
            case SELECTED -> selectWithoutSprint(item);
            case IN_PROGRESS ->
                    status == WorkStatus.DONE
                            ? reopen(item, reason)
                            : step(WorkStatus.SELECTED, to, item, WorkEvent.Started::new);
            case DONE -> step(WorkStatus.IN_PROGRESS, to, item, WorkEvent.Done::new);
            case NONE -> deselect(item);
        };
    }

    private WorkEvent selectWithoutSprint(Item item) {
        if (status != WorkStatus.NONE) {
            throw new WrongWorkStatus(status, "selected", item);
        }
        ItemsNotReady.requireReady(List.of(item));
        recordItemVersion(item);
        return step(WorkStatus.NONE, WorkStatus.SELECTED, item, WorkEvent.Selected::new);
    }

    private WorkEvent deselect(Item item) {
        if (sprintId != null) {
            throw new ItemIsInSprint(item, sprintId);
        }
        if (status != WorkStatus.SELECTED && status != WorkStatus.IN_PROGRESS) {
            throw new WrongWorkStatus(status, "deselected", item);
        }
        return removed(null);
    }

    private WorkEvent reopen(Item item, @Nullable String reason) {
        if (reason == null || reason.isBlank()) {
            throw new ReopeningNeedsReason();
        }
        recordItemVersion(item);
        return step(
                WorkStatus.DONE,
                WorkStatus.IN_PROGRESS,
                item,
                (at, changes, now) -> new WorkEvent.Reopened(at, changes, now, reason));
    }

    private WorkEvent step(WorkStatus from, WorkStatus to, Item item, EventFactory factory) {
        if (status != from) {
            throw new WrongWorkStatus(status, "set to " + to, item);
        }
        var before = state();
        status = to;
        return event(before, factory);
    }

    /// @return empty when the assignee stays
    public Optional<WorkEvent> assign(@Nullable String subject, Item item) {
        if (Objects.equals(assignee, subject)) {
            return Optional.empty();
        }
        if (item.isDiscarded()) {
            throw new ItemIsDiscarded(item);
        }
        var before = state();
        assignee = subject;
        return Optional.of(event(before, WorkEvent.Assigned::new));
    }

    /// Takes the work out of its sprint: done work stays DONE, all other work becomes NONE.
    public WorkEvent leaveSprint(@Nullable String reason) {
        if (status != WorkStatus.DONE) {
            return removed(reason);
        }
        var before = state();
        sprintId = null;
        return event(before, WorkEvent.Concluded::new);
    }

    /// Returns the item to the backlog because its sprint has ended.
    public WorkEvent returnToBacklog(@Nullable String reason) {
        var before = state();
        reset();
        return event(
                before, (at, changes, now) -> new WorkEvent.Returned(at, changes, now, reason));
    }

    private WorkEvent removed(@Nullable String reason) {
        var before = state();
        reset();
        return event(before, (at, changes, now) -> new WorkEvent.Removed(at, changes, now, reason));
    }

    private void reset() {
        status = WorkStatus.NONE;
        sprintId = null;
        teamId = null;
        assignee = null;
    }

    /// Moves the item to the team's next sprint, where it is SELECTED again.
    public WorkEvent carryToSprint(UUID next) {
        var before = state();
        status = WorkStatus.SELECTED;
        sprintId = next;
        return event(before, WorkEvent.Carried::new);
    }

    /// Whether this state of the item is newer than the last one applied; false for an event that
    /// arrives twice or late.
    public boolean isBehind(Item item) {
        return item.isNewerThan(itemEpoch, itemVersion);
    }

    public void recordItemVersion(Item item) {
        itemEpoch = item.epoch();
        itemVersion = item.version();
    }

    /// Whether events of the item do not matter: it is neither selected nor done.
    public boolean isUntouched() {
        return sprintId == null && status == WorkStatus.NONE;
    }

    /// Whether nobody is working on it and it is in no sprint.
    public boolean isIdle() {
        return sprintId == null && (status == WorkStatus.NONE || status == WorkStatus.DONE);
    }

    private interface EventFactory {
        WorkEvent create(long version, Changes changes, WorkEvent.State state);
    }

    private WorkEvent event(WorkEvent.State before, EventFactory factory) {
        version++;
        var now = state();
        var changes =
                Changes.of("status", before.status(), now.status())
                        .and("sprintId", before.sprintId(), now.sprintId())
                        .and("teamId", before.teamId(), now.teamId())
                        .and("assignee", before.assignee(), now.assignee());
        return factory.create(version, changes, now);
    }

    private WorkEvent.State state() {
        return new WorkEvent.State(itemId, productId, status, sprintId, teamId, assignee);
    }

    public UUID itemId() {
        return itemId;
    }

    public WorkStatus status() {
        return status;
    }

    public Optional<UUID> sprint() {
        return Optional.ofNullable(sprintId);
    }

    public @Nullable String assignee() {
        return assignee;
    }

    public long version() {
        return version;
    }
}
