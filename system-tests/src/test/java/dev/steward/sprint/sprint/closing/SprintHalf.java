package dev.steward.sprint.sprint.closing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steward.platform.messaging.store.DomainEvent;
import dev.steward.platform.web.problem.Refusal;
import dev.steward.sprint.item.Item;
import dev.steward.sprint.ledger.EntryContext;
import dev.steward.sprint.ledger.EntryDetails;
import dev.steward.sprint.ledger.EntryKind;
import dev.steward.sprint.ledger.LedgerEntry;
import dev.steward.sprint.progress.ItemReaction;
import dev.steward.sprint.sprint.Remainder;
import dev.steward.sprint.sprint.Sprint;
import dev.steward.sprint.sprint.SprintFields;
import dev.steward.sprint.sprint.SprintItem;
import dev.steward.sprint.sprint.SprintTotals;
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
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// Sprint-service's half of one item: its decisions in a running sprint with another one planned
/// behind it, what it tells, and what it knows of the item. The rules are the service's own; only
/// database and Kafka are missing.
public final class SprintHalf {

    private static final Instant NOW = Instant.parse("2026-01-15T09:30:00Z");
    private static final EntryContext BY = new EntryContext("sam", NOW, NOW, null);

    private final UUID product;
    private final UUID team = UUID.randomUUID();
    private final Work work;
    private final List<DomainEvent> log = new ArrayList<>();
    private final List<LedgerEntry> ledger = new ArrayList<>();
    private Sprint running;
    private Sprint next;
    private @Nullable SprintItem sprintItem;
    private @Nullable Item item;

    public SprintHalf(UUID item, UUID product) {
        this.product = product;
        this.work = Work.none(item, product);
        this.running = started(planned());
        this.next = planned();
    }

    private Sprint planned() {
        var start = LocalDate.parse("2026-01-12");
        return Sprint.create(
                product, team, new SprintFields("Sprint", "Goal", start, start.plusDays(9)), NOW);
    }

    private Sprint started(Sprint sprint) {
        var calendar = new TeamCalendar(team, product, "Team", "UTC", List.of(DayOfWeek.MONDAY));
        var event = sprint.start(new SprintTotals(BigDecimal.ZERO, 0), calendar, NOW);
        ledger.add(sprint.newEntry(sprint.startEntry(), BY));
        assertThat(event.version()).isEqualTo(2);
        return sprint;
    }

    public void select() {
        attempt(known -> {
            ItemsNotReady.requireReady(work.needsReady(known) ? List.of(known) : List.of());
            log.add(work.selectFor(running.id(), team, known));
            enter(SprintItem.create(running.id(), known, NOW), running, null);
        });
    }

    public void remove() {
        attempt(known -> {
            var leaving = Optional.ofNullable(sprintItem).filter(in -> !in.isDone());
            leaving.ifPresent(in -> {
                ledger.add(sprintOf(in).newEntry(in.removed(null, work, NOW), BY));
                log.add(work.leaveSprint(null));
                sprintItem = null;
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
            var raised = work.changeStatus(to, known, "because");
            log.add(raised);
            Optional.ofNullable(sprintItem).ifPresent(in -> addEntry(in, raised));
        });
    }

    private void addEntry(SprintItem in, WorkEvent raised) {
        var fact =
                switch (raised) {
                    case WorkEvent.Started _ -> Optional.of(in.started());
                    case WorkEvent.Done _ -> Optional.of(in.complete());
                    case WorkEvent.Reopened _ -> Optional.of(in.reopen("because"));
                    case WorkEvent.Selected _,
                            WorkEvent.Removed _,
                            WorkEvent.Returned _,
                            WorkEvent.Carried _,
                            WorkEvent.Concluded _,
                            WorkEvent.Assigned _ ->
                            Optional.<EntryDetails>empty();
                };
        fact.ifPresent(one -> ledger.add(sprintOf(in).newEntry(one, BY)));
    }

    /// Closes the running sprint, what is open goes back; the next one starts.
    public void closeAndGiveBack() {
        close((effects, in) -> effects.returnToBacklog(in, null));
    }

    /// Closes the running sprint, what is open goes on; the next one starts.
    public void closeAndCarry() {
        close(ClosingEffects::carryToNextSprint);
    }

    /// Closes the running sprint, of what is open a part was done; the next one starts.
    public void closeAndSplit() {
        attempt(known ->
                close((effects, in) -> effects.split(in, known, withoutTwoPoints(in), "")));
    }

    /// Two points are left, or as many as there are.
    private static Remainder withoutTwoPoints(SprintItem in) {
        var rest = in.points().min(BigDecimal.TWO);
        return new Remainder("The rest", rest.signum() == 0 ? null : rest);
    }

    private void close(BiConsumer<ClosingEffects, SprintItem> decision) {
        var all =
                Optional.ofNullable(sprintItem).filter(in -> sprintOf(in) == running).stream()
                        .toList();
        var effects = new ClosingEffects(running, next, Map.of(work.itemId(), work), BY);
        all.stream().filter(SprintItem::isDone).toList().forEach(effects::conclude);
        all.stream()
                .filter(in -> !in.isDone())
                .toList()
                .forEach(in -> decision.accept(effects, in));
        effects.addSprintEntry(EntryKind.SPRINT_CLOSED, null);
        var closed = running.close(ClosingEffects.completed(all), NOW);
        assertThat(closed.version()).isEqualTo(3);
        log.addAll(effects.events());
        ledger.addAll(effects.entries());
        if (!all.isEmpty()) {
            sprintItem = effects.nextSprintItems().stream().findFirst().orElse(null);
        }
        running = started(next);
        next = planned();
    }

    /// As the consumer does: the projection keeps the newest, then follows what comes of the event.
    public void apply(long version, String status, @Nullable BigDecimal estimate) {
        var raised =
                new Item(work.itemId(), product, "SHOP-1", "Item", status, estimate, 0, 1, version);
        if (item == null || raised.isNewerThan(item.epoch(), item.version())) {
            item = raised;
        }
        if (work.isUntouched()) {
            return;
        }
        var in = Optional.ofNullable(sprintItem);
        var reaction = ItemReaction.of(raised, work, in, NOW);
        reaction.workEvent().ifPresent(log::add);
        reaction.ledgerEntry()
                .ifPresent(fact -> ledger.add(sprintOf(in.orElseThrow()).newEntry(fact, BY)));
        sprintItem = in.filter(SprintItem::isOpen).orElse(null);
    }

    private void enter(SprintItem entering, Sprint sprint, @Nullable UUID from) {
        sprintItem = entering;
        ledger.add(sprint.newEntry(entering.added(from), BY));
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
        return Optional.ofNullable(sprintItem).map(SprintItem::points);
    }

    public List<LedgerEntry> ledger() {
        return ledger;
    }
}
