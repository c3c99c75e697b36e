package dev.steward.backlog.promotion;

import dev.steward.backlog.item.AskedItem;
import dev.steward.backlog.item.ItemType;
import dev.steward.backlog.item.Origin;
import dev.steward.platform.messaging.IncomingEvent;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Our reading of a promotion; its id is that of the item.
record PromotionRequested(
        UUID feedbackId, ItemType type, String title, @Nullable String description) {

    static AskedItem asked(IncomingEvent event) {
        var wanted = event.state(PromotionRequested.class);
        return new AskedItem.Fresh(
                event.subject(),
                event.productId(),
                wanted.type,
                wanted.title,
                wanted.description,
                new Origin("feedback", wanted.feedbackId),
                AskedItem.askerOf(event));
    }
}
