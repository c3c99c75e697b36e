package dev.steward.sprint.progress;

import dev.steward.platform.messaging.IncomingEvent;
import dev.steward.sprint.item.Item;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The fields of an item's event that matter here.
record ItemReading(
        String key,
        String title,
        String status,
        @Nullable BigDecimal estimate,
        @Nullable Integer openCriteria) {

    private static final ItemReading DELETED = new ItemReading("", "", "DROPPED", null, 0);

    /// A deleted item is one that was decided against.
    static Item of(IncomingEvent event) {
        var state = event.state() == null ? DELETED : event.state(ItemReading.class);
        return new Item(
                event.subject(),
                event.productId(),
                state.key(),
                state.title(),
                state.status(),
                state.estimate(),
                Optional.ofNullable(state.openCriteria()).orElse(0),
                event.epoch(),
                event.version());
    }
}
