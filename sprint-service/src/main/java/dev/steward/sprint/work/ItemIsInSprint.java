package dev.steward.sprint.work;

import dev.steward.platform.web.problem.Conflict;
import dev.steward.sprint.item.Item;
import java.util.UUID;

/// An item is in one sprint at a time.
public final class ItemIsInSprint extends Conflict {

    ItemIsInSprint(Item item, UUID sprint) {
        super(
                "item-in-sprint",
                item.key() + " is already in a sprint. Remove it from that sprint first.");
        fact("itemId", item.id());
        fact("sprintId", sprint);
    }
}
