package dev.steward.feedback.promotion;

import dev.steward.platform.messaging.store.Aggregate;
import dev.steward.platform.messaging.store.Changes;
import dev.steward.platform.messaging.store.DomainEvent;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Events of a promotion.
sealed interface PromotionEvent extends DomainEvent {

    /// Requests the item from backlog-service. Title and description are public from here on, as
    /// those of any item.
    record Requested(State state) implements PromotionEvent {

        @Override
        public UUID productId() {
            return state.productId();
        }

        @Override
        public Aggregate aggregate() {
            return new Aggregate(Promotion.AGGREGATE, state.itemId(), Promotion.VERSION);
        }

        @Override
        public Changes changes() {
            return Changes.none();
        }
    }

    record State(
            UUID itemId,
            UUID productId,
            UUID feedbackId,
            ItemType type,
            String title,
            @Nullable String description) {}
}
