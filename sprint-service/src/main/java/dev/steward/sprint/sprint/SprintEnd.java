package dev.steward.sprint.sprint;

import dev.steward.platform.access.Grant;
import dev.steward.platform.messaging.DomainEvent;
import dev.steward.platform.messaging.EventRecord;
import dev.steward.platform.web.IfMatch;
import dev.steward.sprint.item.Item;
import dev.steward.sprint.item.Items;
import dev.steward.sprint.ledger.EntryKind;
import dev.steward.sprint.ledger.Ledger;
import dev.steward.sprint.ledger.Witness;
import dev.steward.sprint.work.Work;
import dev.steward.sprint.work.Works;
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

/// Ending a sprint.
@ApplicationScoped
class SprintEnd {

    private final Items items;
    private final Sprints sprints;
    private final SprintItems members;
    private final Works works;
    private final Ledger ledger;
    private final EventRecord events;
    private final Clock clock;

    SprintEnd(
            Items items,
            Sprints sprints,
            SprintItems members,
            Works works,
            Ledger ledger,
            EventRecord events,
            Clock clock) {
        this.items = items;
        this.sprints = sprints;
        this.members = members;
        this.works = works;
        this.ledger = ledger;
        this.events = events;
        this.clock = clock;
    }

    /// What it asks backlog-service for is written with it: both are so, or neither.
    @Transactional
    Sprint close(UUID id, Grant grant, IfMatch ifMatch, Closing closing) {
        closing.requireSound();
        var next = closing.needsNext() ? sprints.nextOf(id) : Optional.<UUID>empty();
        var involved = sprints.locked(Stream.concat(Stream.of(id), next.stream()).toList());
        var sprint = Optional.ofNullable(involved.get(id)).orElseThrow(SprintNotFound::new);
        ifMatch.check(sprint.version());
        sprint.requireActive("closed");
        var all = members.openOf(id);
        var decided = decided(open(all), closing);
        var target = next.map(involved::get).filter(Sprint::isPlanned).orElse(null);
        if (target != null) {
            members.requireRoom(target.id(), decided.carried().size());
        }
        var by = Witness.of(grant.by(), clock.instant());
        var ending =
                new Ending(sprint, target, workOn(all), by)
                        .conclude(done(all))
                        .split(decided.split())
                        .giveBack(decided.returned(), null)
                        .carryOn(decided.carried())
                        .seal(EntryKind.SPRINT_CLOSED, null);
        return end(grant, sprint, ending, sprint.close(Ending.completed(all), by.now()));
    }

    private Decided decided(List<SprintItem> open, Closing closing) {
        var known = items.known(open.stream().map(SprintItem::itemId).toList());
        var byId = known.stream().collect(Collectors.toMap(Item::id, Function.identity()));
        return Decided.of(open, byId, closing.of(known));
    }

    private static List<SprintItem> open(List<SprintItem> all) {
        return all.stream().filter(member -> !member.isDone()).toList();
    }

    private static List<SprintItem> done(List<SprintItem> all) {
        return all.stream().filter(SprintItem::isDone).toList();
    }

    /// @param reason why the goal is not worth pursuing any more
    @Transactional
    Sprint cancel(UUID id, Grant grant, IfMatch ifMatch, String reason) {
        var sprint = sprints.locked(id);
        ifMatch.check(sprint.version());
        sprint.requireActive("cancelled");
        var all = members.openOf(id);
        var by = Witness.of(grant.by(), clock.instant());
        var ending =
                new Ending(sprint, null, workOn(all), by)
                        .conclude(done(all))
                        .giveBack(open(all), reason)
                        .seal(EntryKind.SPRINT_CANCELLED, reason);
        var cancelled = sprint.cancel(reason, Ending.completed(all), by.now());
        return end(grant, sprint, ending, cancelled);
    }

    private Map<UUID, Work> workOn(List<SprintItem> all) {
        return works.lockedOf(all.stream().map(SprintItem::itemId).toList());
    }

    private Sprint end(Grant grant, Sprint sprint, Ending ending, SprintEvent ended) {
        // The stays end before those in the next sprint begin: an item has one at a time.
        members.flush();
        members.persist(ending.entering());
        ledger.append(ending.entries());
        List<DomainEvent> told = new ArrayList<>(ending.told());
        told.add(ended);
        events.append(grant.by(), told);
        return sprint;
    }
}
