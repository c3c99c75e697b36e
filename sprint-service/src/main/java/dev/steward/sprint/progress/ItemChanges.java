package dev.steward.sprint.progress;

import dev.steward.platform.messaging.EventConsumer;
import dev.steward.platform.messaging.EventRecord;
import dev.steward.platform.messaging.IncomingEvent;
import dev.steward.sprint.ledger.Ledger;
import dev.steward.sprint.ledger.LedgerEntry;
import dev.steward.sprint.ledger.Witness;
import dev.steward.sprint.sprint.SprintItem;
import dev.steward.sprint.work.Work;
import dev.steward.sprint.work.Works;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The Kafka door for what follows from an item's events: an item that was decided against leaves
/// its sprint, a new estimate is an entry in its ledger. Snapshots count too: whoever missed an
/// event catches up with the next state.
@ApplicationScoped
class ItemChanges implements EventConsumer {

    private final Works works;
    private final WorkLocks locks;
    private final Ledger ledger;
    private final EventRecord record;
    private final Clock clock;

    ItemChanges(Works works, WorkLocks locks, Ledger ledger, EventRecord record, Clock clock) {
        this.works = works;
        this.locks = locks;
        this.ledger = ledger;
        this.record = record;
        this.clock = clock;
    }

    @Override
    public boolean wants(String type) {
        return type.startsWith("steward.backlog.item.");
    }

    /// After the projection, whose rows are locked by then: nobody selects the items meanwhile.
    @Override
    public int turn() {
        return 1;
    }

    @Override
    public void accept(List<IncomingEvent> events) {
        var touched =
                works.touched(events.stream().map(IncomingEvent::subject).distinct().toList());
        if (!touched.isEmpty()) {
            follow(events, locks.hold(touched));
        }
    }

    private void follow(List<IncomingEvent> events, WorkLocks.Held held) {
        List<LedgerEntry> entries = new ArrayList<>();
        for (var event : events) {
            Optional.ofNullable(held.works().get(event.subject()))
                    .ifPresent(work -> follow(event, work, held, entries));
        }
        ledger.append(entries);
    }

    private void follow(
            IncomingEvent event, Work work, WorkLocks.Held held, List<LedgerEntry> entries) {
        var now = clock.instant();
        var sprint = held.sprintOf(work);
        var stay = held.stayOf(work).filter(SprintItem::isOpen);
        var consequence = Consequence.of(ItemReading.of(event), work, stay, now);
        consequence
                .fact()
                .flatMap(fact -> sprint.map(in -> in.record(fact, Witness.of(event, now))))
                .ifPresent(entries::add);
        consequence
                .told()
                .ifPresent(told -> record.append(event.provenance("item-followed"), told));
    }
}
