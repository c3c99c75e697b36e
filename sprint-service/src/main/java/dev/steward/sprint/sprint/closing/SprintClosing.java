package dev.steward.sprint.sprint.closing;

import static java.util.Objects.requireNonNull;

import dev.steward.platform.access.Grant;
import dev.steward.platform.messaging.store.DomainEvent;
import dev.steward.platform.messaging.store.EventStore;
import dev.steward.platform.web.conditional.IfMatch;
import dev.steward.sprint.item.Item;
import dev.steward.sprint.item.Items;
import dev.steward.sprint.ledger.EntryContext;
import dev.steward.sprint.ledger.EntryKind;
import dev.steward.sprint.ledger.Ledger;
import dev.steward.sprint.sprint.Sprint;
import dev.steward.sprint.sprint.SprintEvent;
import dev.steward.sprint.sprint.SprintItem;
import dev.steward.sprint.sprint.SprintItems;
import dev.steward.sprint.sprint.SprintNotFound;
import dev.steward.sprint.sprint.Sprints;
import dev.steward.sprint.work.Work;
import dev.steward.sprint.work.WorkItems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Closes and cancels sprints.
@ApplicationScoped
class SprintClosing {

    private final Items items;
    private final Sprints sprints;
    private final SprintItems sprintItems;
    private final WorkItems workItems;
    private final Ledger ledger;
    private final EventStore events;
    private final Clock clock;

    SprintClosing(
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

    /// Writes the requests for the remainders of split items in the same transaction.
    @Transactional
    Sprint close(UUID id, Grant grant, IfMatch ifMatch, ClosingRequest request) {
        request.validate();
        var next = request.needsNext() ? sprints.nextPlannedId(id) : Optional.<UUID>empty();
        var locked = sprints.lock(Stream.concat(Stream.of(id), next.stream()).toList());
        var sprint = Optional.ofNullable(locked.get(id)).orElseThrow(SprintNotFound::new);
        ifMatch.check(sprint.version());
        sprint.requireActive("closed");
        var all = sprintItems.openOf(id);
        var known =
                items.findAll(open(all).stream().map(SprintItem::itemId).toList()).stream()
                        .collect(Collectors.toMap(Item::id, Function.identity()));
        var decisions = request.of(known.values());
        var target = next.map(locked::get).filter(Sprint::isPlanned).orElse(null);
        if (target != null) {
            sprintItems.requireRoom(target.id(), CheckedDecision.countCarried(decisions.values()));
        }
        var context = EntryContext.of(grant.by(), clock.instant());
        var effects = new ClosingEffects(sprint, target, workOf(all), context);
        done(all).forEach(effects::conclude);
        for (var open : open(all)) {
            effects.apply(
                    requireNonNull(decisions.get(open.itemId())),
                    open,
                    requireNonNull(known.get(open.itemId())));
        }
        effects.addSprintEntry(EntryKind.SPRINT_CLOSED, null);
        return end(
                grant, sprint, effects, sprint.close(ClosingEffects.completed(all), context.now()));
    }

    private static List<SprintItem> open(List<SprintItem> all) {
        return all.stream().filter(sprintItem -> !sprintItem.isDone()).toList();
    }

    private static List<SprintItem> done(List<SprintItem> all) {
        return all.stream().filter(SprintItem::isDone).toList();
    }

    /// @param reason why the sprint is cancelled
    @Transactional
    Sprint cancel(UUID id, Grant grant, IfMatch ifMatch, String reason) {
        var sprint = sprints.lock(id);
        ifMatch.check(sprint.version());
        sprint.requireActive("cancelled");
        var all = sprintItems.openOf(id);
        var context = EntryContext.of(grant.by(), clock.instant());
        var effects = new ClosingEffects(sprint, null, workOf(all), context);
        done(all).forEach(effects::conclude);
        open(all).forEach(open -> effects.returnToBacklog(open, reason));
        effects.addSprintEntry(EntryKind.SPRINT_CANCELLED, reason);
        var cancelled = sprint.cancel(reason, ClosingEffects.completed(all), context.now());
        return end(grant, sprint, effects, cancelled);
    }

    private Map<UUID, Work> workOf(List<SprintItem> all) {
        return workItems.lock(all.stream().map(SprintItem::itemId).toList());
    }

    private Sprint end(Grant grant, Sprint sprint, ClosingEffects effects, SprintEvent ended) {
        // Flushed first: an item has at most one open row, and the carried items get a new one.
        sprintItems.flush();
        sprintItems.persist(effects.nextSprintItems());
        ledger.append(effects.entries());
        List<DomainEvent> raised = new ArrayList<>(effects.events());
        raised.add(ended);
        events.append(grant.by(), raised);
        return sprint;
    }
}
