package dev.steward.feedback.promotion;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.steward.feedback.entry.Feedback;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;

/// The promotion of an entry to an item. It happens once, so its id is the item's and it has one
/// version.
@Entity
class Promotion {

    static final String AGGREGATE = "promotion";
    static final long VERSION = 1;

    @Id private UUID feedbackId;

    private UUID itemId;

    protected Promotion() {}

    Promotion(UUID feedbackId) {
        this.feedbackId = feedbackId;
        this.itemId = UuidCreator.getTimeOrderedEpoch();
    }

    /// @throws TitleRequired when neither the request nor the entry has a title
    PromotionEvent.Requested request(Feedback entry, NewPromotion requested) {
        return new PromotionEvent.Requested(
                new PromotionEvent.State(
                        itemId,
                        entry.productId(),
                        feedbackId,
                        requested.typeFor(entry),
                        requested.titleFor(entry),
                        requested.descriptionIfGiven()));
    }

    UUID feedbackId() {
        return feedbackId;
    }

    UUID itemId() {
        return itemId;
    }
}
