package dev.steward.backlog.promotion;

import dev.steward.backlog.item.ItemType;
import dev.steward.backlog.item.Origin;
import dev.steward.backlog.item.create.RequestedItem;
import dev.steward.platform.messaging.consume.IncomingEvent;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The fields that we read of a promotion event; its id is that of the item.
record PromotionRequested(
        UUID feedbackId, ItemType type, String title, @Nullable String description) {

    static RequestedItem toRequestedItem(IncomingEvent event) {
        var request = event.state(PromotionRequested.class);
        return new RequestedItem.New(
                event.subject(),
                event.productId(),
                request.type,
                request.title,
                request.description,
                new Origin("feedback", request.feedbackId),
                RequestedItem.requesterOf(event));
    }
}
