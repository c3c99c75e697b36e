package dev.steward.backlog.release;

import dev.steward.backlog.item.ShownStatus;
import dev.steward.platform.web.problem.Conflict;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/// Only DONE items can be released. Without titles: refusals are logged.
final class ItemsNotDone extends Conflict {

    private ItemsNotDone(List<ReleaseItem> items) {
        super(
                "items-not-done",
                "These items are not DONE: "
                        + items.stream().map(ReleaseItem::key).collect(Collectors.joining(", "))
                        + ".");
        fact("items", items.stream().map(NamedItem::of).toList());
    }

    /// @throws ItemsNotDone with all items that are not done
    static void requireDone(List<ReleaseItem> items) {
        var open = items.stream().filter(item -> item.status() != ShownStatus.DONE).toList();
        if (!open.isEmpty()) {
            throw new ItemsNotDone(open);
        }
    }

    record NamedItem(UUID id, String key, ShownStatus status) {
        static NamedItem of(ReleaseItem item) {
            return new NamedItem(item.id(), item.key(), item.status());
        }
    }
}
