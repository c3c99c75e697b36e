package dev.steward.sprint.sprint.planning;

import dev.steward.platform.access.Grant;
import dev.steward.platform.messaging.store.EventStore;
import dev.steward.platform.web.conditional.IfMatch;
import dev.steward.platform.web.problem.NotFound;
import dev.steward.sprint.item.Item;
import dev.steward.sprint.item.Items;
import dev.steward.sprint.ledger.EntryContext;
import dev.steward.sprint.ledger.Ledger;
import dev.steward.sprint.ledger.LedgerEntry;
import dev.steward.sprint.sprint.Sprint;
import dev.steward.sprint.sprint.SprintItem;
import dev.steward.sprint.sprint.SprintItems;
import dev.steward.sprint.sprint.Sprints;
import dev.steward.sprint.work.ItemsNotReady;
import dev.steward.sprint.work.Work;
import dev.steward.sprint.work.WorkEvent;
import dev.steward.sprint.work.WorkItems;
import dev.steward.sprint.work.WorkStatus;
import dev.steward.sprint.work.WrongWorkStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/// Adds items to sprints and removes them.
@ApplicationScoped
class SprintScopeChanges {

    private final Items items;
    private final Sprints sprints;
    private final SprintItems sprintItems;
    private final WorkItems workItems;
    private final Ledger ledger;
    private final EventStore events;
    private final Clock clock;

    SprintScopeChanges(
            Items items,
            Sprints sprints,
            SprintItems sprintItems,
            WorkItems workItems,
            Ledger ledger,
            EventStore events,
            Clock clock) {
        this.items = items;
        this.sprints = sprints;
        this.sprintItems = sprintItems;
        this.workItems = workItems;
        this.ledger = ledger;
        this.events = events;
        this.clock = clock;
    }

    /// Adds all of the items, or none.
    ///
    /// @param references ids or keys
    @Transactional
    Sprint add(UUID id, Grant grant, Collection<String> references) {
        var selected = items.lockShared(grant.productId(), references);
        var sprint = lockForScopeChange(id, grant);
        var workItemsById = workItems.lockOrCreate(selected);
        ItemsNotReady.requireReady(
                selected.stream()
                        .filter(item -> workOn(item, workItemsById).needsReady(item))
                        .toList());
        sprintItems.requireRoom(id, selected.size());
        enter(sprint, grant, selected, workItemsById);
        return sprint;
    }

    private void enter(
            Sprint sprint, Grant grant, List<Item> selected, Map<UUID, Work> workItemsById) {
        var now = clock.instant();
        var context = EntryContext.of(grant.by(), now);
        List<WorkEvent> workEvents = new ArrayList<>();
        List<LedgerEntry> entries = new ArrayList<>();
        for (var item : selected) {
            var work = workOn(item, workItemsById);
            workEvents.add(work.selectFor(sprint.id(), sprint.teamId(), item));
            var sprintItem = SprintItem.create(sprint.id(), item, now);
            sprintItems.persist(sprintItem);
            entries.add(sprint.newEntry(sprintItem.added(null), context));
        }
        ledger.append(entries);
        events.append(grant.by(), workEvents);
    }

    private static Work workOn(Item item, Map<UUID, Work> workItemsById) {
        return Objects.requireNonNull(workItemsById.get(item.id()));
    }

    @Transactional
    void remove(UUID id, Grant grant, String reference, IfMatch ifMatch) {
        var item = items.lockShared(grant.productId(), List.of(reference)).getFirst();
        var sprint = lockForScopeChange(id, grant);
        var work = workOn(item, workItems.lockOrCreate(List.of(item)));
        var sprintItem =
                sprintItems
                        .open(item.id())
                        .filter(open -> open.sprintId().equals(id))
                        .orElseThrow(ItemIsNotInSprint::new);
        ifMatch.check(work.version());
        if (sprintItem.isDone()) {
            throw new WrongWorkStatus(WorkStatus.DONE, "removed from the sprint", item);
        }
        var now = clock.instant();
        var entry = sprintItem.removed(null, work, now);
        ledger.append(List.of(sprint.newEntry(entry, EntryContext.of(grant.by(), now))));
        events.append(grant.by(), work.leaveSprint(null));
    }

    /// Checks the right under the lock: the sprint may have started since the request was
    /// authorized.
    private Sprint lockForScopeChange(UUID id, Grant grant) {
        var sprint = sprints.lock(id);
        sprint.requireOpen("changed");
        grant.require(sprint.scopeRight());
        return sprint;
    }

    /// The item is not, or no longer, in the sprint.
    private static final class ItemIsNotInSprint extends NotFound {

        ItemIsNotInSprint() {
            super("not-found", "The item is not in this sprint.");
        }
    }
}
