package dev.steward.sprint.split;

import dev.steward.platform.messaging.Aggregate;
import dev.steward.platform.messaging.Changes;
import dev.steward.platform.messaging.DomainEvent;
import java.util.UUID;

/// What happens to a split.
public sealed interface SplitEvent extends DomainEvent {

    /// Asks backlog-service for the rest, and to leave the item what is not the rest's.
    record Requested(Split split) implements SplitEvent {

        @Override
        public UUID productId() {
            return split.productId();
        }

        @Override
        public Aggregate aggregate() {
            return new Aggregate(Split.AGGREGATE, split.itemId(), Split.VERSION);
        }

        @Override
        public String happened() {
            return "requested";
        }

        @Override
        public Changes changes() {
            return Changes.none();
        }

        @Override
        public Split state() {
            return split;
        }
    }
}
