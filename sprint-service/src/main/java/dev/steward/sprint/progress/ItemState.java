package dev.steward.sprint.progress;

import dev.steward.platform.messaging.consume.IncomingEvent;
import dev.steward.sprint.item.Item;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The fields of an item event's `state` that this service reads.
record ItemState(
        String key,
        String title,
        String status,
        @Nullable BigDecimal estimate,
        @Nullable Integer openCriteria) {

    private static final ItemState DELETED = new ItemState("", "", "DROPPED", null, 0);

    /// A deleted item counts as a dropped one.
    static Item of(IncomingEvent event) {
        var state = event.state() == null ? DELETED : event.state(ItemState.class);
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
