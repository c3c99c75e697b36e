package dev.steward.sprint.progress;

import dev.steward.platform.messaging.consume.EventConsumer;
import dev.steward.platform.messaging.consume.IncomingEvent;
import dev.steward.platform.messaging.store.EventStore;
import dev.steward.sprint.ledger.EntryContext;
import dev.steward.sprint.ledger.Ledger;
import dev.steward.sprint.ledger.LedgerEntry;
import dev.steward.sprint.sprint.SprintItem;
import dev.steward.sprint.work.Work;
import dev.steward.sprint.work.WorkItems;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Consumes the events of items and applies what follows from them: a dropped item leaves its
/// sprint, a new estimate becomes an entry in the sprint's ledger. Snapshots are consumed too, so
/// that an event that was lost is made up for by the next state of the item.
@ApplicationScoped
class ItemEventReactions implements EventConsumer {

    private final WorkItems workItems;
    private final WorkLocks locks;
    private final Ledger ledger;
    private final EventStore events;
    private final Clock clock;

    ItemEventReactions(
            WorkItems workItems, WorkLocks locks, Ledger ledger, EventStore events, Clock clock) {
        this.workItems = workItems;
        this.locks = locks;
        this.ledger = ledger;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public boolean consumes(String type) {
        return type.startsWith("steward.backlog.item.");
    }

    /// After the projection, which has locked the rows of the items: nobody can select them
    /// meanwhile.
    @Override
    public boolean isReaction() {
        return true;
    }

    @Override
    public void accept(List<IncomingEvent> events) {
        var active =
                workItems.findActive(
                        events.stream().map(IncomingEvent::subject).distinct().toList());
        if (!active.isEmpty()) {
            apply(events, locks.lock(active));
        }
    }

    private void apply(List<IncomingEvent> events, WorkLocks.LockedWork locked) {
        List<LedgerEntry> entries = new ArrayList<>();
        for (var event : events) {
            Optional.ofNullable(locked.workItems().get(event.subject()))
                    .ifPresent(work -> apply(event, work, locked, entries));
        }
        ledger.append(entries);
    }

    private void apply(
            IncomingEvent event,
            Work work,
            WorkLocks.LockedWork locked,
            List<LedgerEntry> entries) {
        var now = clock.instant();
        var sprint = locked.sprintOf(work);
        var sprintItem = locked.sprintItemOf(work).filter(SprintItem::isOpen);
        var reaction = ItemReaction.of(ItemState.of(event), work, sprintItem, now);
        reaction.ledgerEntry()
                .flatMap(ledgerEntry ->
                        sprint.map(in -> in.newEntry(ledgerEntry, EntryContext.of(event, now))))
                .ifPresent(entries::add);
        reaction.workEvent()
                .ifPresent(
                        workEvent -> events.append(event.provenance("item-followed"), workEvent));
    }
}
