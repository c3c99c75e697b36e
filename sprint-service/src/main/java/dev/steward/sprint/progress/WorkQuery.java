package dev.steward.sprint.progress;

import dev.steward.platform.access.People;
import dev.steward.sprint.item.Item;
import dev.steward.sprint.item.Items;
import dev.steward.sprint.sprint.Sprints;
import dev.steward.sprint.work.Work;
import dev.steward.sprint.work.WorkItems;
import jakarta.enterprise.context.ApplicationScoped;

/// Reads the work on items as answers show it.
@ApplicationScoped
class WorkQuery {

    private final Items items;
    private final WorkItems workItems;
    private final Sprints sprints;
    private final People people;

    WorkQuery(Items items, WorkItems workItems, Sprints sprints, People people) {
        this.items = items;
        this.workItems = workItems;
        this.sprints = sprints;
        this.people = people;
    }

    WorkView of(Item item) {
        return view(workItems.of(item), item);
    }

    /// Together with the item as it is known now.
    WorkView view(Work work) {
        return view(work, items.get(work.itemId().toString()));
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
