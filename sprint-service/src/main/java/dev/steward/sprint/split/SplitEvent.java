package dev.steward.sprint.split;

import dev.steward.platform.messaging.store.Aggregate;
import dev.steward.platform.messaging.store.Changes;
import dev.steward.platform.messaging.store.DomainEvent;
import java.util.UUID;

/// The events of a split.
public sealed interface SplitEvent extends DomainEvent {

    /// Asks backlog-service to create the remainder and to reduce the estimate of the item by its
    /// points.
    record Requested(SplitRequest split) implements SplitEvent {

        @Override
        public UUID productId() {
            return split.productId();
        }

        @Override
        public Aggregate aggregate() {
            return new Aggregate(SplitRequest.AGGREGATE, split.itemId(), SplitRequest.VERSION);
        }

        @Override
        public Changes changes() {
            return Changes.none();
        }

        @Override
        public SplitRequest state() {
            return split;
        }
    }
}
