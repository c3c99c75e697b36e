package dev.steward.feedback.promotion;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The promotion of an entry to an item. It happens once, so its id is the item's and it has one
/// version.
record Promotion(
        UUID itemId,
        UUID productId,
        UUID feedbackId,
        ItemType type,
        String title,
        @Nullable String description) {

    static final String AGGREGATE = "promotion";
    static final long VERSION = 1;

    PromotionEvent.Requested requested() {
        return new PromotionEvent.Requested(this);
    }
}
