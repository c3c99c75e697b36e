package dev.steward.sprint.progress;

import dev.steward.sprint.sprint.Sprint;
import dev.steward.sprint.sprint.SprintItem;
import dev.steward.sprint.sprint.SprintItems;
import dev.steward.sprint.sprint.Sprints;
import dev.steward.sprint.work.Work;
import dev.steward.sprint.work.Works;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Takes the locks that a change of work needs, in the order of the house: sprints, then work.
@ApplicationScoped
class WorkLocks {

    private final Sprints sprints;
    private final Works works;
    private final SprintItems stays;

    WorkLocks(Sprints sprints, Works works, SprintItems stays) {
        this.sprints = sprints;
        this.works = works;
        this.stays = stays;
    }

    /// The work on items with what it belongs to, nobody else changes any of it.
    record Held(Map<UUID, Work> works, Map<UUID, Sprint> sprints, Map<UUID, SprintItem> stays) {

        Optional<Sprint> sprintOf(Work work) {
            return work.sprint().map(sprints::get);
        }

        Optional<SprintItem> stayOf(Work work) {
            return Optional.ofNullable(stays.get(work.itemId()));
        }
    }

    /// Where an item moves to another sprint between the first look and the lock, that one is
    /// locked too, out of order: should two such meet, the database ends one of them and it is
    /// tried again.
    Held hold(Collection<UUID> items) {
        var held = new HashMap<>(lock(works.sprintsOf(items)));
        var locked = works.lockedOf(items);
        var missed = locked.values().stream().flatMap(work -> work.sprint().stream()).toList();
        held.putAll(lock(missed.stream().filter(id -> !held.containsKey(id)).toList()));
        return new Held(locked, held, stays.open(items));
    }

    private Map<UUID, Sprint> lock(Collection<UUID> ids) {
        return ids.isEmpty() ? Map.of() : sprints.locked(ids);
    }
}
