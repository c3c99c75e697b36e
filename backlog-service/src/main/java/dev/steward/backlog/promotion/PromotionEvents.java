package dev.steward.backlog.promotion;

import dev.steward.backlog.item.create.ItemRequests;
import dev.steward.platform.messaging.consume.EventConsumer;
import dev.steward.platform.messaging.consume.IncomingEvent;
import dev.steward.platform.messaging.readyourwrites.ProjectionTable;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// Receives promotions from Kafka and creates their items.
///
/// Also from snapshots, because Kafka may have lost a request; existing items are left alone. The
/// item has the id of the promotion, so `Steward-After` a promotion waits for it.
@ApplicationScoped
class PromotionEvents implements EventConsumer, ProjectionTable {

    private final ItemRequests itemRequests;

    PromotionEvents(ItemRequests itemRequests) {
        this.itemRequests = itemRequests;
    }

    @Override
    public boolean consumes(String type) {
        return type.startsWith("steward.feedback.promotion.");
    }

    /// After the projections, so that the demand counts in the first score.
    @Override
    public boolean isReaction() {
        return true;
    }

    @Override
    public void accept(List<IncomingEvent> events) {
        itemRequests.handle(events.stream().map(PromotionRequested::toRequestedItem).toList());
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
