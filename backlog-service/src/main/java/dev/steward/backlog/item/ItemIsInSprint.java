package dev.steward.backlog.item;

import dev.steward.platform.web.problem.Conflict;
import java.util.UUID;

/// An item in a sprint cannot be dropped before it is taken out of the sprint.
final class ItemIsInSprint extends Conflict {

    ItemIsInSprint(UUID sprint) {
        super("item-in-sprint", "The item is in a sprint: take it out of there first.");
        fact("sprintId", sprint);
    }
}
