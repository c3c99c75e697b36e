package dev.steward.backlog.promotion;

import dev.steward.backlog.item.RequestedItem;
import dev.steward.backlog.item.ItemType;
import dev.steward.backlog.item.Origin;
import dev.steward.platform.messaging.IncomingEvent;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Our reading of a promotion; its id is that of the item.
record PromotionRequested(
        UUID feedbackId, ItemType type, String title, @Nullable String description) {

    static RequestedItem asked(IncomingEvent event) {
        var wanted = event.state(PromotionRequested.class);
        return new RequestedItem.New(
                event.subject(),
                event.productId(),
                wanted.type,
                wanted.title,
                wanted.description,
                new Origin("feedback", wanted.feedbackId),
                RequestedItem.requesterOf(event));
    }
}
