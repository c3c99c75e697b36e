package dev.steward.feedback.promotion;

import dev.steward.feedback.entry.FeedbackEntries;
import dev.steward.feedback.item.Items;
import dev.steward.feedback.link.FeedbackLinking;
import dev.steward.feedback.link.NewLink;
import dev.steward.platform.access.Grant;
import dev.steward.platform.messaging.store.EventStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/// Requests items from backlog-service for feedback entries.
@ApplicationScoped
class FeedbackPromotion {

    /// @param link empty when it was removed since
    record Promoted(UUID itemId, Optional<FeedbackLinking.Linked> link) {}

    private final FeedbackEntries entries;
    private final Promotions promotions;
    private final Items items;
    private final FeedbackLinking linking;
    private final EventStore events;

    FeedbackPromotion(
            FeedbackEntries entries,
            Promotions promotions,
            Items items,
            FeedbackLinking linking,
            EventStore events) {
        this.entries = entries;
        this.promotions = promotions;
        this.items = items;
        this.linking = linking;
        this.events = events;
    }

    /// Once per entry: doing it again returns the same item, whatever happened to entry, link and
    /// item since.
    @Transactional
    Promoted promote(Grant grant, UUID feedbackId, NewPromotion requested) {
        var promotion = new Promotion(feedbackId);
        // Before the locks of linking: nobody who holds those waits for this row.
        if (!promotions.insertIfAbsent(promotion)) {
            var known = promotions.findById(feedbackId).itemId();
            return new Promoted(known, linking.between(feedbackId, known));
        }
        var itemId = promotion.itemId();
        var linked =
                linking.link(
                        grant,
                        feedbackId,
                        itemId,
                        NewLink.solvedBy(itemId, requested.importance()));
        var event = promotion.request(entries.get(feedbackId), requested);
        items.expect(itemId, event.productId(), event.state().title());
        events.append(grant.by(), event);
        return new Promoted(itemId, Optional.of(linked));
    }
}
