package dev.steward.backlog.split;

import dev.steward.backlog.item.create.ItemRequests;
import dev.steward.platform.messaging.consume.EventConsumer;
import dev.steward.platform.messaging.consume.IncomingEvent;
import dev.steward.platform.messaging.readyourwrites.ProjectionTable;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// Receives splits from Kafka and creates the remainders.
///
/// Also from snapshots, because Kafka may have lost a request; existing items are left alone. The
/// remainder has the id of the split, so `Steward-After` a split waits for it.
@ApplicationScoped
class SplitEvents implements EventConsumer, ProjectionTable {

    private final ItemRequests itemRequests;

    SplitEvents(ItemRequests itemRequests) {
        this.itemRequests = itemRequests;
    }

    @Override
    public boolean consumes(String type) {
        return type.startsWith("steward.sprint.split.");
    }

    /// After the projections, so that the work concluded by the split is known.
    @Override
    public boolean isReaction() {
        return true;
    }

    @Override
    public void accept(List<IncomingEvent> events) {
        itemRequests.handle(events.stream().map(SplitRequested::toRequestedItem).toList());
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
