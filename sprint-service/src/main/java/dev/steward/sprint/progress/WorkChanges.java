package dev.steward.sprint.progress;

import dev.steward.platform.access.Grant;
import dev.steward.platform.messaging.store.EventStore;
import dev.steward.platform.web.conditional.IfMatch;
import dev.steward.sprint.item.Item;
import dev.steward.sprint.item.Items;
import dev.steward.sprint.ledger.EntryContext;
import dev.steward.sprint.ledger.EntryDetails;
import dev.steward.sprint.ledger.Ledger;
import dev.steward.sprint.sprint.SprintItem;
import dev.steward.sprint.work.Work;
import dev.steward.sprint.work.WorkEvent;
import dev.steward.sprint.work.WorkItems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/// Changes status and assignee of the work on an item.
@ApplicationScoped
class WorkChanges {

    private final Items items;
    private final WorkItems workItems;
    private final WorkLocks locks;
    private final Assignees assignees;
    private final Ledger ledger;
    private final EventStore events;
    private final Clock clock;

    WorkChanges(
            Items items,
            WorkItems workItems,
            WorkLocks locks,
            Assignees assignees,
            Ledger ledger,
            EventStore events,
            Clock clock) {
        this.items = items;
        this.workItems = workItems;
        this.locks = locks;
        this.assignees = assignees;
        this.ledger = ledger;
        this.events = events;
        this.clock = clock;
    }

    /// @param change applied to the current fields, which are read under the lock
    @Transactional
    Work update(UUID id, Grant grant, IfMatch ifMatch, UnaryOperator<WorkFields> change) {
        var item = items.lockShared(grant.productId(), id);
        workItems.createMissing(List.of(item.id()));
        var locked = locks.lock(List.of(item.id()));
        var work = Objects.requireNonNull(locked.workItems().get(item.id()));
        ifMatch.check(work.version());
        var wanted = change.apply(WorkFields.of(work));
        List<WorkEvent> raised = new ArrayList<>();
        assign(work, item, wanted).ifPresent(raised::add);
        if (wanted.status() != work.status()) {
            raised.add(changeStatus(locked, work, item, wanted, grant));
        }
        events.append(grant.by(), raised);
        return work;
    }

    private Optional<WorkEvent> assign(Work work, Item item, WorkFields wanted) {
        var assigned = work.assign(wanted.assignee(), item);
        assigned.ifPresent(_ -> assignees.requireMember(wanted.assignee(), item.productId()));
        return assigned;
    }

    private WorkEvent changeStatus(
            WorkLocks.LockedWork locked, Work work, Item item, WorkFields wanted, Grant grant) {
        var sprint = locked.sprintOf(work);
        var changed = work.changeStatus(wanted.status(), item, wanted.reason());
        sprint.ifPresent(in -> {
            in.requireActiveFor(item);
            var context = EntryContext.of(grant.by(), clock.instant());
            locked.sprintItemOf(work)
                    .flatMap(sprintItem -> entryOf(sprintItem, changed))
                    .ifPresent(details -> ledger.append(List.of(in.newEntry(details, context))));
        });
        return changed;
    }

    private static Optional<EntryDetails> entryOf(SprintItem sprintItem, WorkEvent changed) {
        return switch (changed) {
            case WorkEvent.Started _ -> Optional.of(sprintItem.started());
            case WorkEvent.Done _ -> Optional.of(sprintItem.complete());
            case WorkEvent.Reopened reopened -> Optional.of(sprintItem.reopen(reopened.reason()));
            case WorkEvent.Selected _,
                    WorkEvent.Removed _,
                    WorkEvent.Returned _,
                    WorkEvent.Carried _,
                    WorkEvent.Concluded _,
                    WorkEvent.Assigned _ ->
                    Optional.empty();
        };
    }
}
