package dev.steward.sprint.sprint.closing;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.steward.platform.messaging.store.DomainEvent;
import dev.steward.platform.web.problem.Conflict;
import dev.steward.sprint.item.Item;
import dev.steward.sprint.ledger.EntryContext;
import dev.steward.sprint.ledger.EntryDetails;
import dev.steward.sprint.ledger.EntryKind;
import dev.steward.sprint.ledger.LedgerEntry;
import dev.steward.sprint.split.SplitRequest;
import dev.steward.sprint.sprint.Remainder;
import dev.steward.sprint.sprint.Sprint;
import dev.steward.sprint.sprint.SprintItem;
import dev.steward.sprint.sprint.SprintTotals;
import dev.steward.sprint.work.Work;
import dev.steward.sprint.work.WorkStatus;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What follows from closing or cancelling a sprint, collected item by item: ledger entries, events
/// and the items of the next sprint. Done items count as completed; open items are returned to the
/// backlog, carried to the next sprint or split. All of them stay in the figures of this sprint.
final class ClosingEffects {

    private final Sprint sprint;
    private final @Nullable Sprint next;
    private final Map<UUID, Work> workItems;
    private final EntryContext context;

    private final List<LedgerEntry> entries = new ArrayList<>();
    private final List<DomainEvent> events = new ArrayList<>();
    private final List<SprintItem> nextSprintItems = new ArrayList<>();

    /// @param next the sprint that carried items go to; null when none are carried
    ClosingEffects(
            Sprint sprint, @Nullable Sprint next, Map<UUID, Work> workItems, EntryContext context) {
        this.sprint = sprint;
        this.next = next;
        this.workItems = workItems;
        this.context = context;
    }

    static SprintTotals completed(List<SprintItem> sprintItems) {
        var done = sprintItems.stream().filter(SprintItem::isDone).toList();
        return new SprintTotals(
                done.stream()
                        .map(SprintItem::completedPoints)
                        .reduce(BigDecimal.ZERO, BigDecimal::add),
                done.size());
    }

    void conclude(SprintItem done) {
        var work = workOf(done);
        done.conclude(work, context.now());
        events.add(work.leaveSprint(null));
    }

    /// @param decision on an open item
    void apply(CheckedDecision decision, SprintItem sprintItem, Item item) {
        switch (decision) {
            case CheckedDecision.ToBacklog() -> returnToBacklog(sprintItem, null);
            case CheckedDecision.ToNextSprint() -> carryToNextSprint(sprintItem);
            case CheckedDecision.Split(var rest, var at) -> split(sprintItem, item, rest, at);
        }
    }

    void returnToBacklog(SprintItem sprintItem, @Nullable String reason) {
        var work = workOf(sprintItem);
        addEntry(sprint, sprintItem.returnToBacklog(work, context.now()));
        events.add(work.returnToBacklog(reason));
    }

    /// @throws NoNextSprint
    void carryToNextSprint(SprintItem sprintItem) {
        var target = Optional.ofNullable(next).orElseThrow(NoNextSprint::new);
        var work = workOf(sprintItem);
        var carried = sprintItem.inNextSprint(target.id(), context.now());
        addEntry(sprint, sprintItem.carryToNextSprint(target.id(), work, context.now()));
        addEntry(target, carried.added(sprint.id()));
        nextSprintItems.add(carried);
        events.add(work.carryToSprint(target.id()));
    }

    /// The finished part of the item is DONE; its remainder becomes an item of its own. Work that
    /// is still SELECTED is started first, because a part of it was done.
    ///
    /// @param at JSON pointer to the remainder in the request body
    /// @throws Remainder.DoesNotFit
    void split(SprintItem sprintItem, Item item, Remainder rest, String at) {
        var work = workOf(sprintItem);
        var restId = UuidCreator.getTimeOrderedEpoch();
        var started = sprintItem.started();
        var done = sprintItem.split(rest, at, restId);
        if (work.status() == WorkStatus.SELECTED) {
            events.add(work.changeStatus(WorkStatus.IN_PROGRESS, item, null));
            addEntry(sprint, started);
        }
        events.add(work.changeStatus(WorkStatus.DONE, item, null));
        done.forEach(entry -> addEntry(sprint, entry));
        sprintItem.conclude(work, context.now());
        events.add(work.leaveSprint(null));
        var split =
                new SplitRequest(
                        restId,
                        sprint.productId(),
                        sprintItem.itemId(),
                        sprint.id(),
                        rest.title(),
                        rest.estimate());
        events.add(split.requested());
    }

    void addSprintEntry(EntryKind kind, @Nullable String reason) {
        addEntry(sprint, EntryDetails.of(kind, null, reason));
    }

    private void addEntry(Sprint target, EntryDetails entry) {
        entries.add(target.newEntry(entry, context));
    }

    private Work workOf(SprintItem sprintItem) {
        return Objects.requireNonNull(workItems.get(sprintItem.itemId()));
    }

    List<LedgerEntry> entries() {
        return entries;
    }

    List<DomainEvent> events() {
        return events;
    }

    /// The carried items as items of the next sprint; not yet persisted.
    List<SprintItem> nextSprintItems() {
        return nextSprintItems;
    }

    /// NEXT requires a PLANNED sprint of the team.
    private static final class NoNextSprint extends Conflict {

        NoNextSprint() {
            super(
                    "no-next-sprint",
                    "NEXT requires a PLANNED sprint of the team, and there is none.");
        }
    }
}
