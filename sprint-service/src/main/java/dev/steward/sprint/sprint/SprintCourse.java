package dev.steward.sprint.sprint;

import dev.steward.platform.access.Grant;
import dev.steward.platform.messaging.DomainEvent;
import dev.steward.platform.messaging.EventRecord;
import dev.steward.platform.web.IfMatch;
import dev.steward.sprint.item.Items;
import dev.steward.sprint.ledger.EntryKind;
import dev.steward.sprint.ledger.Ledger;
import dev.steward.sprint.ledger.Witness;
import dev.steward.sprint.team.TeamCalendars;
import dev.steward.sprint.work.Work;
import dev.steward.sprint.work.Works;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// Starting a sprint and ending it.
@ApplicationScoped
class SprintCourse {

    private final Items items;
    private final Sprints sprints;
    private final SprintItems members;
    private final Works works;
    private final TeamCalendars teams;
    private final Ledger ledger;
    private final EventRecord events;
    private final Clock clock;

    SprintCourse(
            Items items,
            Sprints sprints,
            SprintItems members,
            Works works,
            TeamCalendars teams,
            Ledger ledger,
            EventRecord events,
            Clock clock) {
        this.items = items;
        this.sprints = sprints;
        this.members = members;
        this.works = works;
        this.teams = teams;
        this.ledger = ledger;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    Sprint start(UUID id, Grant grant, IfMatch ifMatch) {
        var sprint = sprints.locked(id);
        ifMatch.check(sprint.version());
        var planned = members.openOf(id);
        var calendar = teams.of(sprint.teamId()).orElseThrow();
        var now = clock.instant();
        var started = sprint.start(tally(planned), calendar, now);
        sprints.keepStarted();
        planned.forEach(SprintItem::plan);
        ledger.append(List.of(sprint.record(sprint.begun(), Witness.of(grant.by(), now))));
        events.append(grant.by(), started);
        return sprint;
    }

    private static Tally tally(List<SprintItem> planned) {
        var points =
                planned.stream().map(SprintItem::points).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Tally(points, planned.size());
    }

    @Transactional
    Sprint close(UUID id, Grant grant, IfMatch ifMatch, Closing closing) {
        closing.requirePossible();
        var next = closing.needsNext() ? sprints.nextOf(id) : Optional.<UUID>empty();
        var involved = sprints.locked(Stream.concat(Stream.of(id), next.stream()).toList());
        var sprint = Optional.ofNullable(involved.get(id)).orElseThrow(SprintNotFound::new);
        ifMatch.check(sprint.version());
        sprint.requireActive("closed");
        var all = members.openOf(id);
        var open = all.stream().filter(member -> !member.isDone()).toList();
        var decided = closing.of(items.known(open.stream().map(SprintItem::itemId).toList()));
        var carried = those(open, decided, Decision.NEXT);
        var target = next.map(involved::get).filter(Sprint::isPlanned).orElse(null);
        if (target != null) {
            members.requireRoom(target.id(), carried.size());
        }
        var by = Witness.of(grant.by(), clock.instant());
        var ending =
                new Ending(sprint, target, workOn(all), by)
                        .conclude(all.stream().filter(SprintItem::isDone).toList())
                        .giveBack(those(open, decided, Decision.BACKLOG), null)
                        .carryOn(carried)
                        .seal(EntryKind.SPRINT_CLOSED, null);
        return end(grant, sprint, ending, sprint.close(Ending.completed(all), by.now()));
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
                        .conclude(all.stream().filter(SprintItem::isDone).toList())
                        .giveBack(all.stream().filter(member -> !member.isDone()).toList(), reason)
                        .seal(EntryKind.SPRINT_CANCELLED, reason);
        var cancelled = sprint.cancel(reason, Ending.completed(all), by.now());
        return end(grant, sprint, ending, cancelled);
    }

    private static List<SprintItem> those(
            List<SprintItem> open, Map<UUID, Decision> decided, Decision decision) {
        return open.stream().filter(member -> decided.get(member.itemId()) == decision).toList();
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
