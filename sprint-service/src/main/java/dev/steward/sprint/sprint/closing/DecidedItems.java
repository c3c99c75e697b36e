package dev.steward.sprint.sprint.closing;

import static java.util.Objects.requireNonNull;

import dev.steward.sprint.item.Item;
import dev.steward.sprint.sprint.Remainder;
import dev.steward.sprint.sprint.SprintItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// The open items of a sprint that is closed, grouped by the decision on them.
record DecidedItems(List<SprintItem> returned, List<SprintItem> carried, List<Split> split) {

    /// @param at JSON pointer to the remainder in the request body
    record Split(SprintItem sprintItem, Item item, Remainder rest, String at) {}

    static DecidedItems of(
            List<SprintItem> open, Map<UUID, Item> items, Map<UUID, CheckedDecision> decisions) {
        var decided = new DecidedItems(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (var sprintItem : open) {
            switch (requireNonNull(decisions.get(sprintItem.itemId()))) {
                case CheckedDecision.ToBacklog() -> decided.returned.add(sprintItem);
                case CheckedDecision.ToNextSprint() -> decided.carried.add(sprintItem);
                case CheckedDecision.Split(var rest, var at) ->
                        decided.split.add(
                                new Split(
                                        sprintItem,
                                        requireNonNull(items.get(sprintItem.itemId())),
                                        rest,
                                        at));
            }
        }
        return decided;
    }
}
