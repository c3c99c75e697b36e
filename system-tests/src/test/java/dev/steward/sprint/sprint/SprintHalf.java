package dev.steward.sprint.sprint;

import dev.steward.platform.messaging.DomainEvent;
import dev.steward.platform.web.Refusal;
import dev.steward.sprint.item.Item;
import dev.steward.sprint.ledger.EntryKind;
import dev.steward.sprint.ledger.LedgerEntry;
import dev.steward.sprint.ledger.LedgerFact;
import dev.steward.sprint.ledger.Witness;
import dev.steward.sprint.progress.Consequence;
import dev.steward.sprint.team.TeamCalendar;
import dev.steward.sprint.work.ItemsNotReady;
import dev.steward.sprint.work.Work;
import dev.steward.sprint.work.WorkEvent;
import dev.steward.sprint.work.WorkStatus;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Sprint-service's half of one item: its decisions in a running sprint with another one planned
/// behind it, what it tells, and what it knows of the item. The rules are the service's own; only
/// database and Kafka are missing.
public final class SprintHalf {

    private static final Instant NOW = Instant.parse("2026-01-15T09:30:00Z");
    private static final Witness BY = new Witness("sam", NOW, NOW, null);

    private final UUID product;
    private final UUID team = UUID.randomUUID();
    private final Work work;
    private final List<DomainEvent> log = new ArrayList<>();
    private final List<LedgerEntry> ledger = new ArrayList<>();
    private Sprint running;
    private Sprint next;
    private @Nullable SprintItem stay;
    private @Nullable Item item;

    public SprintHalf(UUID item, UUID product) {
        this.product = product;
        this.work = Work.none(item, product);
        this.running = started(planned());
        this.next = planned();
    }

    private Sprint planned() {
        var start = LocalDate.parse("2026-01-12");
        return Sprint.plan(
                product, team, new SprintFields("Sprint", "Goal", start, start.plusDays(9)), NOW);
    }

    private Sprint started(Sprint sprint) {
        var calendar = new TeamCalendar(team, product, "Team", "UTC", List.of(DayOfWeek.MONDAY));
        var event = sprint.start(new Tally(BigDecimal.ZERO, 0), calendar, NOW);
        ledger.add(sprint.record(sprint.begun(), BY));
        assert event.version() == 2;
        return sprint;
    }

    public void select() {
        attempt(known -> {
            ItemsNotReady.requireReady(work.needsReady(known) ? List.of(known) : List.of());
            log.add(work.selectFor(running.id(), team, known));
            enter(SprintItem.entering(running.id(), known, NOW), running, null);
        });
    }

    public void remove() {
        attempt(known -> {
            var leaving = Optional.ofNullable(stay).filter(in -> !in.isDone());
            leaving.ifPresent(in -> {
                ledger.add(sprintOf(in).record(in.removed(null, work, NOW), BY));
                log.add(work.leave(null));
                stay = null;
            });
        });
    }

    public void start() {
        step(WorkStatus.IN_PROGRESS);
    }

    public void finish() {
        step(WorkStatus.DONE);
    }

    private void step(WorkStatus to) {
        attempt(known -> {
            var told = work.take(to, known, "because");
            log.add(told);
            Optional.ofNullable(stay).ifPresent(in -> note(in, told));
        });
    }

    private void note(SprintItem in, WorkEvent told) {
        var fact =
                switch (told) {
                    case WorkEvent.Started _ -> Optional.of(in.started());
                    case WorkEvent.Done _ -> Optional.of(in.complete());
                    case WorkEvent.Reopened _ -> Optional.of(in.reopen("because"));
                    case WorkEvent.Selected _,
                            WorkEvent.Removed _,
                            WorkEvent.Returned _,
                            WorkEvent.Carried _,
                            WorkEvent.Concluded _,
                            WorkEvent.Assigned _ ->
                            Optional.<LedgerFact>empty();
                };
        fact.ifPresent(one -> ledger.add(sprintOf(in).record(one, BY)));
    }

    /// Closes the running sprint, what is open goes back; the next one starts.
    public void closeAndGiveBack() {
        close((ending, open) -> ending.giveBack(open, null));
    }

    /// Closes the running sprint, what is open goes on; the next one starts.
    public void closeAndCarry() {
        close(Ending::carryOn);
    }

    /// Closes the running sprint, of what is open a part was done; the next one starts.
    public void closeAndSplit() {
        attempt(known ->
                close((ending, open) ->
                        ending.split(open.stream().map(in -> inTwo(in, known)).toList())));
    }

    /// Two points are left, or as many as there are.
    private static Decided.InTwo inTwo(SprintItem in, Item known) {
        var rest = in.points().min(BigDecimal.TWO);
        return new Decided.InTwo(
                in, known, new Rest("The rest", rest.signum() == 0 ? null : rest), "");
    }

    private interface WithTheOpen {
        Ending decide(Ending ending, List<SprintItem> open);
    }

    private void close(WithTheOpen decision) {
        var all = Optional.ofNullable(stay).filter(in -> sprintOf(in) == running).stream().toList();
        var done = all.stream().filter(SprintItem::isDone).toList();
        var open = all.stream().filter(in -> !in.isDone()).toList();
        var ending = new Ending(running, next, Map.of(work.itemId(), work), BY);
        decision.decide(ending.conclude(done), open).seal(EntryKind.SPRINT_CLOSED, null);
        var closed = running.close(Ending.completed(all), NOW);
        assert closed.version() == 3;
        log.addAll(ending.told());
        ledger.addAll(ending.entries());
        if (!all.isEmpty()) {
            stay = ending.entering().stream().findFirst().orElse(null);
        }
        running = started(next);
        next = planned();
    }

    /// As the door does: the projection keeps the newest, then follows what comes of the event.
    public void hears(long version, String status, @Nullable BigDecimal estimate) {
        var told =
                new Item(work.itemId(), product, "SHOP-1", "Item", status, estimate, 0, 1, version);
        if (item == null || told.isNewerThan(item.epoch(), item.version())) {
            item = told;
        }
        if (work.isUntouched()) {
            return;
        }
        var in = Optional.ofNullable(stay);
        var consequence = Consequence.of(told, work, in, NOW);
        consequence.told().ifPresent(log::add);
        consequence
                .fact()
                .ifPresent(fact -> ledger.add(sprintOf(in.orElseThrow()).record(fact, BY)));
        stay = in.filter(SprintItem::isOpen).orElse(null);
    }

    private void enter(SprintItem entering, Sprint sprint, @Nullable UUID from) {
        stay = entering;
        ledger.add(sprint.record(entering.added(from), BY));
    }

    private Sprint sprintOf(SprintItem in) {
        return in.sprintId().equals(running.id()) ? running : next;
    }

    private void attempt(java.util.function.Consumer<Item> decision) {
        try {
            Optional.ofNullable(item).ifPresent(decision);
        } catch (Refusal _) {
            // Refused: nothing happened.
        }
    }

    public List<DomainEvent> log() {
        return log;
    }

    public WorkStatus status() {
        return work.status();
    }

    public long version() {
        return work.version();
    }

    public Optional<UUID> sprint() {
        return work.sprint();
    }

    public @Nullable Item item() {
        return item;
    }

    /// The points of the item in the sprint that it is in, if any.
    public Optional<BigDecimal> pointsInSprint() {
        return Optional.ofNullable(stay).map(SprintItem::points);
    }

    public List<LedgerEntry> ledger() {
        return ledger;
    }
}
