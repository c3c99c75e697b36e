package dev.steward.sprint.progress;

import dev.steward.sprint.sprint.Sprint;
import dev.steward.sprint.sprint.SprintItem;
import dev.steward.sprint.sprint.SprintItems;
import dev.steward.sprint.sprint.Sprints;
import dev.steward.sprint.work.Work;
import dev.steward.sprint.work.WorkItems;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Takes the locks that a change of work needs, always in the same order: sprints, then work.
@ApplicationScoped
class WorkLocks {

    private final Sprints sprints;
    private final WorkItems workItems;
    private final SprintItems sprintItems;

    WorkLocks(Sprints sprints, WorkItems workItems, SprintItems sprintItems) {
        this.sprints = sprints;
        this.workItems = workItems;
        this.sprintItems = sprintItems;
    }

    /// The locked work on some items, with the sprints and sprint items it belongs to, by id.
    record LockedWork(
            Map<UUID, Work> workItems,
            Map<UUID, Sprint> sprints,
            Map<UUID, SprintItem> sprintItems) {

        Optional<Sprint> sprintOf(Work work) {
            return work.sprint().map(sprints::get);
        }

        Optional<SprintItem> sprintItemOf(Work work) {
            return Optional.ofNullable(sprintItems.get(work.itemId()));
        }
    }

    /// An item may move to another sprint between the first read and the lock; that sprint is then
    /// locked out of order. If two such transactions deadlock, the database aborts one of them and
    /// it is retried.
    LockedWork lock(Collection<UUID> items) {
        var lockedSprints = new HashMap<>(lockSprints(workItems.sprintsOf(items)));
        var lockedWork = workItems.lock(items);
        var missed = lockedWork.values().stream().flatMap(work -> work.sprint().stream()).toList();
        lockedSprints.putAll(
                lockSprints(missed.stream().filter(id -> !lockedSprints.containsKey(id)).toList()));
        return new LockedWork(lockedWork, lockedSprints, sprintItems.open(items));
    }

    private Map<UUID, Sprint> lockSprints(Collection<UUID> ids) {
        return ids.isEmpty() ? Map.of() : sprints.lock(ids);
    }
}
