package dev.steward.sprint.work;

import dev.steward.platform.web.problem.Conflict;
import dev.steward.sprint.item.Item;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/// Only READY items can be selected.
public final class ItemsNotReady extends Conflict {

    private ItemsNotReady(List<Item> items) {
        super(
                "item-not-ready",
                "Only READY items can be selected. Not READY: "
                        + items.stream().map(Item::key).collect(Collectors.joining(", "))
                        + ".");
        fact("items", items.stream().map(Named::of).toList());
    }

    /// @throws ItemsNotReady naming each item that is not READY
    public static void requireReady(List<Item> items) {
        var unready = items.stream().filter(item -> !item.isReady()).toList();
        if (!unready.isEmpty()) {
            throw new ItemsNotReady(unready);
        }
    }

    record Named(UUID id, String key, String status) {
        static Named of(Item item) {
            return new Named(item.id(), item.key(), item.status());
        }
    }
}
