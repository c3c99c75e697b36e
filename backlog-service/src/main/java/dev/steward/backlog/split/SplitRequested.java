package dev.steward.backlog.split;

import dev.steward.backlog.item.RequestedItem;
import dev.steward.platform.messaging.IncomingEvent;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Our reading of a split; its id is that of the rest.
record SplitRequested(UUID splitFrom, String title, @Nullable BigDecimal estimate) {

    static RequestedItem asked(IncomingEvent event) {
        var wanted = event.state(SplitRequested.class);
        return new RequestedItem.Remainder(
                event.subject(),
                event.productId(),
                wanted.splitFrom,
                wanted.title,
                wanted.estimate,
                RequestedItem.requesterOf(event));
    }
}
