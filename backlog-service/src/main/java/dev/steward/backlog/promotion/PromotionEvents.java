package dev.steward.backlog.promotion;

import dev.steward.backlog.item.ItemRequests;
import dev.steward.platform.messaging.EventConsumer;
import dev.steward.platform.messaging.IncomingEvent;
import dev.steward.platform.messaging.Projected;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// The Kafka door for promotions.
///
/// Snapshots too: Kafka may have lost what was asked for, and what was made before is left alone.
/// `Steward-After` a promotion waits for the item itself: the two have one id.
@ApplicationScoped
class PromotionEvents implements EventConsumer, Projected {

    private final ItemRequests itemRequests;

    PromotionEvents(ItemRequests itemRequests) {
        this.itemRequests = itemRequests;
    }

    @Override
    public boolean wants(String type) {
        return type.startsWith("steward.feedback.promotion.");
    }

    /// After the projections: the demand that came with it counts in its first score.
    @Override
    public int turn() {
        return 1;
    }

    @Override
    public void accept(List<IncomingEvent> events) {
        itemRequests.handle(events.stream().map(PromotionRequested::asked).toList());
    }

    @Override
    public String aggregateType() {
        return "promotion";
    }

    @Override
    public String table() {
        return "item";
    }
}
