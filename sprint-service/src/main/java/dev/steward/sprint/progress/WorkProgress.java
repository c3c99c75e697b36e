package dev.steward.sprint.progress;

import dev.steward.platform.access.Grant;
import dev.steward.platform.messaging.EventRecord;
import dev.steward.platform.web.IfMatch;
import dev.steward.sprint.item.Item;
import dev.steward.sprint.item.Items;
import dev.steward.sprint.ledger.Ledger;
import dev.steward.sprint.ledger.LedgerFact;
import dev.steward.sprint.ledger.Witness;
import dev.steward.sprint.sprint.SprintItem;
import dev.steward.sprint.work.Work;
import dev.steward.sprint.work.WorkEvent;
import dev.steward.sprint.work.Works;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/// Saying how far work is, and who does it.
@ApplicationScoped
class WorkProgress {

    private final Items items;
    private final Works works;
    private final WorkLocks locks;
    private final Assignees assignees;
    private final Ledger ledger;
    private final EventRecord events;
    private final Clock clock;

    WorkProgress(
            Items items,
            Works works,
            WorkLocks locks,
            Assignees assignees,
            Ledger ledger,
            EventRecord events,
            Clock clock) {
        this.items = items;
        this.works = works;
        this.locks = locks;
        this.assignees = assignees;
        this.ledger = ledger;
        this.events = events;
        this.clock = clock;
    }

    /// @param change from the fields that are there, read under the lock, to the wanted ones
    @Transactional
    Work change(UUID id, Grant grant, IfMatch ifMatch, UnaryOperator<WorkFields> change) {
        var item = items.held(grant.productId(), id);
        works.begin(List.of(item.id()));
        var held = locks.hold(List.of(item.id()));
        var work = Objects.requireNonNull(held.works().get(item.id()));
        ifMatch.check(work.version());
        var wanted = change.apply(WorkFields.of(work));
        List<WorkEvent> told = new ArrayList<>();
        assign(work, item, wanted).ifPresent(told::add);
        if (wanted.status() != work.status()) {
            told.add(take(held, work, item, wanted, grant));
        }
        events.append(grant.by(), told);
        return work;
    }

    private Optional<WorkEvent> assign(Work work, Item item, WorkFields wanted) {
        var assigned = work.assign(wanted.assignee(), item);
        assigned.ifPresent(_ -> assignees.requireMember(wanted.assignee(), item.productId()));
        return assigned;
    }

    private WorkEvent take(
            WorkLocks.Held held, Work work, Item item, WorkFields wanted, Grant grant) {
        var sprint = held.sprintOf(work);
        var taken = work.take(wanted.status(), item, wanted.reason());
        sprint.ifPresent(in -> {
            in.requireBegun(item);
            var witness = Witness.of(grant.by(), clock.instant());
            held.stayOf(work)
                    .flatMap(stay -> note(stay, taken))
                    .ifPresent(fact -> ledger.append(List.of(in.record(fact, witness))));
        });
        return taken;
    }

    private static Optional<LedgerFact> note(SprintItem stay, WorkEvent taken) {
        return switch (taken) {
            case WorkEvent.Started _ -> Optional.of(stay.started());
            case WorkEvent.Done _ -> Optional.of(stay.complete());
            case WorkEvent.Reopened reopened -> Optional.of(stay.reopen(reopened.reason()));
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
