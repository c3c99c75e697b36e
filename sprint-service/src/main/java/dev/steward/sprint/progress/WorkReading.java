package dev.steward.sprint.progress;

import dev.steward.platform.access.People;
import dev.steward.sprint.item.Item;
import dev.steward.sprint.item.Items;
import dev.steward.sprint.sprint.Sprints;
import dev.steward.sprint.work.Work;
import dev.steward.sprint.work.Works;
import jakarta.enterprise.context.ApplicationScoped;

/// Work as callers see it.
@ApplicationScoped
class WorkReading {

    private final Items items;
    private final Works works;
    private final Sprints sprints;
    private final People people;

    WorkReading(Items items, Works works, Sprints sprints, People people) {
        this.items = items;
        this.works = works;
        this.sprints = sprints;
        this.people = people;
    }

    WorkView of(Item item) {
        return view(works.of(item), item);
    }

    /// As it is now, with the item as it is now.
    WorkView view(Work work) {
        return view(work, items.named(work.itemId().toString()));
    }

    private WorkView view(Work work, Item item) {
        var assignee = work.assignee() == null ? null : people.of(work.assignee());
        var sprint =
                work.sprint()
                        .map(id -> new WorkView.SprintReference(id, sprints.nameOf(id)))
                        .orElse(null);
        return WorkView.of(work, item, assignee, sprint);
    }
}
