package dev.steward.backlog.split;

import dev.steward.backlog.item.create.RequestedItem;
import dev.steward.platform.messaging.consume.IncomingEvent;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The fields that we read of a split event; its id is that of the remainder.
record SplitRequested(UUID splitFrom, String title, @Nullable BigDecimal estimate) {

    static RequestedItem toRequestedItem(IncomingEvent event) {
        var request = event.state(SplitRequested.class);
        return new RequestedItem.Remainder(
                event.subject(),
                event.productId(),
                request.splitFrom,
                request.title,
                request.estimate,
                RequestedItem.requesterOf(event));
    }
}
