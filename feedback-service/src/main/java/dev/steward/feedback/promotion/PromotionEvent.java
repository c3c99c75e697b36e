package dev.steward.feedback.promotion;

import dev.steward.platform.messaging.store.Aggregate;
import dev.steward.platform.messaging.store.Changes;
import dev.steward.platform.messaging.store.DomainEvent;
import java.util.UUID;

/// Events of a promotion.
sealed interface PromotionEvent extends DomainEvent {

    /// Requests the item from backlog-service. Title and description are public from here on, as
    /// those of any item.
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
        public Changes changes() {
            return Changes.none();
        }

        @Override
        public Object state() {
            return promotion;
        }
    }
}
