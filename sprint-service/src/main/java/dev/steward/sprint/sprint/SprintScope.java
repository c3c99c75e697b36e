package dev.steward.sprint.sprint;

import dev.steward.platform.access.Grant;
import dev.steward.platform.messaging.EventRecord;
import dev.steward.platform.web.IfMatch;
import dev.steward.sprint.item.Item;
import dev.steward.sprint.item.Items;
import dev.steward.sprint.ledger.Ledger;
import dev.steward.sprint.ledger.LedgerEntry;
import dev.steward.sprint.ledger.Witness;
import dev.steward.sprint.work.ItemsNotReady;
import dev.steward.sprint.work.Work;
import dev.steward.sprint.work.WorkEvent;
import dev.steward.sprint.work.WorkIs;
import dev.steward.sprint.work.WorkStatus;
import dev.steward.sprint.work.Works;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/// Taking items into a sprint and out of it.
@ApplicationScoped
class SprintScope {

    private final Items items;
    private final Sprints sprints;
    private final SprintItems members;
    private final Works works;
    private final Ledger ledger;
    private final EventRecord events;
    private final Clock clock;

    SprintScope(
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

    /// All of them or none.
    ///
    /// @param names ids or keys
    @Transactional
    Sprint select(UUID id, Grant grant, Collection<String> names) {
        var selected = items.held(grant.productId(), names);
        var sprint = lockedForScope(id, grant);
        var worked = works.locked(selected);
        ItemsNotReady.requireReady(
                selected.stream().filter(item -> workOn(item, worked).needsReady(item)).toList());
        members.requireRoom(id, selected.size());
        enter(sprint, grant, selected, worked);
        return sprint;
    }

    private void enter(Sprint sprint, Grant grant, List<Item> selected, Map<UUID, Work> worked) {
        var now = clock.instant();
        var witness = Witness.of(grant.by(), now);
        List<WorkEvent> told = new ArrayList<>();
        List<LedgerEntry> entries = new ArrayList<>();
        for (var item : selected) {
            var work = workOn(item, worked);
            told.add(work.selectFor(sprint.id(), sprint.teamId(), item));
            var member = SprintItem.entering(sprint.id(), item, now);
            members.persist(member);
            entries.add(sprint.record(member.added(null), witness));
        }
        ledger.append(entries);
        events.append(grant.by(), told);
    }

    private static Work workOn(Item item, Map<UUID, Work> worked) {
        return Objects.requireNonNull(worked.get(item.id()));
    }

    @Transactional
    void remove(UUID id, Grant grant, String name, IfMatch ifMatch) {
        var item = items.held(grant.productId(), List.of(name)).getFirst();
        var sprint = lockedForScope(id, grant);
        var work = workOn(item, works.locked(List.of(item)));
        var member =
                members.open(item.id())
                        .filter(open -> open.sprintId().equals(id))
                        .orElseThrow(ItemIsNotInSprint::new);
        ifMatch.check(work.version());
        if (member.isDone()) {
            throw new WorkIs(WorkStatus.DONE, "taken out of the sprint", item);
        }
        var now = clock.instant();
        var fact = member.removed(null, work, now);
        ledger.append(List.of(sprint.record(fact, Witness.of(grant.by(), now))));
        events.append(grant.by(), work.leave(null));
    }

    /// The right is asked for under the lock: the sprint may have started since the door looked.
    private Sprint lockedForScope(UUID id, Grant grant) {
        var sprint = sprints.locked(id);
        sprint.requireOpen("changed");
        grant.toDo(sprint.rightToItsScope());
        return sprint;
    }
}
