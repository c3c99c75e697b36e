package dev.steward.backlog.split;

import dev.steward.backlog.item.ItemRequests;
import dev.steward.platform.messaging.EventConsumer;
import dev.steward.platform.messaging.IncomingEvent;
import dev.steward.platform.messaging.Projected;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// The Kafka door for splits.
///
/// Snapshots too: Kafka may have lost what was asked for, and what was made before is left alone.
/// `Steward-After` a split waits for the rest itself: the two have one id.
@ApplicationScoped
class SplitEvents implements EventConsumer, Projected {

    private final ItemRequests itemRequests;

    SplitEvents(ItemRequests itemRequests) {
        this.itemRequests = itemRequests;
    }

    @Override
    public boolean wants(String type) {
        return type.startsWith("steward.sprint.split.");
    }

    /// After the projections: the work that the split concludes is known by then.
    @Override
    public int turn() {
        return 1;
    }

    @Override
    public void accept(List<IncomingEvent> events) {
        itemRequests.handle(events.stream().map(SplitRequested::asked).toList());
    }

    @Override
    public String aggregateType() {
        return "split";
    }

    @Override
    public String table() {
        return "item";
    }
}
