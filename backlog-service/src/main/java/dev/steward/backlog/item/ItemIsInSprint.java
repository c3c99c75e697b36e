package dev.steward.backlog.item;

import dev.steward.platform.web.Conflict;
import java.util.UUID;

/// The item is known to be in a sprint: whoever wants it dropped takes it out of there first.
final class ItemIsInSprint extends Conflict {

    ItemIsInSprint(UUID sprint) {
        super("item-in-sprint", "The item is in a sprint: take it out of there first.");
        fact("sprintId", sprint);
    }
}
