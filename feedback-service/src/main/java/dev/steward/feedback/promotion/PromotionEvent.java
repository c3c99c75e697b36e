package dev.steward.feedback.promotion;

import dev.steward.platform.messaging.Aggregate;
import dev.steward.platform.messaging.Changes;
import dev.steward.platform.messaging.DomainEvent;
import java.util.UUID;

/// What happens to a promotion.
sealed interface PromotionEvent extends DomainEvent {

    /// Asks backlog-service for the item. What it shall say is an item's text from here on.
    record Requested(Promotion promotion) implements PromotionEvent {

        @Override
        public UUID productId() {
            return promotion.productId();
        }

        @Override
        public Aggregate aggregate() {
            return new Aggregate(Promotion.AGGREGATE, promotion.itemId(), Promotion.VERSION);
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
        public Object state() {
            return promotion;
        }
    }
}
