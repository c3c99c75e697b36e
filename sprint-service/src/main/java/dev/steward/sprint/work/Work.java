package dev.steward.sprint.work;

import dev.steward.platform.messaging.Changes;
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

/// The work on one item, with one version across all sprints. Version 0 is "nobody has touched it".
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

    /// Of an item that nobody has touched.
    public static Work none(UUID itemId, UUID productId) {
        return new Work(itemId, productId);
    }

    /// What is in progress outside a sprint was ready once.
    public boolean needsReady(Item item) {
        return status == WorkStatus.NONE || item.isGone();
    }

    /// Into a sprint, or ([#take]) onto the desk without one. What is in progress stays so.
    ///
    /// @throws ItemIsInSprint one open membership per item
    /// @throws WorkIs where it is done
    public WorkEvent selectFor(UUID sprint, UUID team, Item item) {
        if (sprintId != null) {
            throw new ItemIsInSprint(item, sprintId);
        }
        if (status == WorkStatus.DONE) {
            throw new WorkIs(status, "selected", item);
        }
        var before = state();
        status = status == WorkStatus.NONE ? WorkStatus.SELECTED : status;
        sprintId = sprint;
        teamId = team;
        saw(item);
        return event(before, WorkEvent.Selected::new);
    }

    /// One step of the way, as people take it.
    ///
    /// @param reason why done work is opened again
    /// @throws WorkIs where the step is not one from here
    public WorkEvent take(WorkStatus to, Item item, @Nullable String reason) {
        if (item.isGone()) {
            throw new ItemIsGone(item);
        }
        return switch (to) {
            case SELECTED -> putOnTheDesk(item);
            case IN_PROGRESS ->
                    status == WorkStatus.DONE
                            ? reopen(item, reason)
                            : step(WorkStatus.SELECTED, to, item, WorkEvent.Started::new);
            case DONE -> step(WorkStatus.IN_PROGRESS, to, item, WorkEvent.Done::new);
            case NONE -> putBack(item);
        };
    }

    private WorkEvent putOnTheDesk(Item item) {
        if (status != WorkStatus.NONE) {
            throw new WorkIs(status, "selected", item);
        }
        ItemsNotReady.requireReady(List.of(item));
        saw(item);
        return step(WorkStatus.NONE, WorkStatus.SELECTED, item, WorkEvent.Selected::new);
    }

    private WorkEvent putBack(Item item) {
        if (sprintId != null) {
            throw new ItemIsInSprint(item, sprintId);
        }
        if (status != WorkStatus.SELECTED && status != WorkStatus.IN_PROGRESS) {
            throw new WorkIs(status, "put back", item);
        }
        return removed(null);
    }

    private WorkEvent reopen(Item item, @Nullable String reason) {
        if (reason == null || reason.isBlank()) {
            throw new ReopeningNeedsReason();
        }
        saw(item);
        return step(
                WorkStatus.DONE,
                WorkStatus.IN_PROGRESS,
                item,
                (at, changes, now) -> new WorkEvent.Reopened(at, changes, now, reason));
    }

    private WorkEvent step(WorkStatus from, WorkStatus to, Item item, Telling telling) {
        if (status != from) {
            throw new WorkIs(status, "made " + to, item);
        }
        var before = state();
        status = to;
        return event(before, telling);
    }

    /// @return empty where it is theirs already
    public Optional<WorkEvent> assign(@Nullable String subject, Item item) {
        if (Objects.equals(assignee, subject)) {
            return Optional.empty();
        }
        if (item.isGone()) {
            throw new ItemIsGone(item);
        }
        var before = state();
        assignee = subject;
        return Optional.of(event(before, WorkEvent.Assigned::new));
    }

    /// Out of its sprint: back to nothing, unless it is done.
    public WorkEvent leave(@Nullable String reason) {
        if (status != WorkStatus.DONE) {
            return removed(reason);
        }
        var before = state();
        sprintId = null;
        return event(before, WorkEvent.Concluded::new);
    }

    /// Back to the backlog because its sprint has ended; nobody took it out.
    public WorkEvent giveBack(@Nullable String reason) {
        var before = state();
        stop();
        return event(
                before, (at, changes, now) -> new WorkEvent.Returned(at, changes, now, reason));
    }

    private WorkEvent removed(@Nullable String reason) {
        var before = state();
        stop();
        return event(before, (at, changes, now) -> new WorkEvent.Removed(at, changes, now, reason));
    }

    private void stop() {
        status = WorkStatus.NONE;
        sprintId = null;
        teamId = null;
        assignee = null;
    }

    /// Into the team's next sprint, to be begun there again.
    public WorkEvent carryTo(UUID next) {
        var before = state();
        status = WorkStatus.SELECTED;
        sprintId = next;
        return event(before, WorkEvent.Carried::new);
    }

    /// Whether this is news to it: an event that comes again, or late, is not.
    public boolean hasNotSeen(Item item) {
        return item.isNewerThan(itemEpoch, itemVersion);
    }

    public void saw(Item item) {
        itemEpoch = item.epoch();
        itemVersion = item.version();
    }

    /// Whether its item's events are of no interest: it was not selected since it was last put
    /// back.
    public boolean isUntouched() {
        return sprintId == null && status == WorkStatus.NONE;
    }

    /// Nothing is being done and it is in no sprint: what happens to the item does not matter here.
    public boolean isIdle() {
        return sprintId == null && (status == WorkStatus.NONE || status == WorkStatus.DONE);
    }

    private interface Telling {
        WorkEvent tell(long version, Changes changes, WorkEvent.State state);
    }

    private WorkEvent event(WorkEvent.State before, Telling telling) {
        version++;
        var now = state();
        var changes =
                Changes.of("status", before.status(), now.status())
                        .and("sprintId", before.sprintId(), now.sprintId())
                        .and("teamId", before.teamId(), now.teamId())
                        .and("assignee", before.assignee(), now.assignee());
        return telling.tell(version, changes, now);
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
