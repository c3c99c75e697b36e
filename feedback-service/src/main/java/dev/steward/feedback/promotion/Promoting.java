package dev.steward.feedback.promotion;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.steward.feedback.entry.FeedbackEntries;
import dev.steward.feedback.item.Items;
import dev.steward.feedback.link.Linking;
import dev.steward.feedback.link.NewLink;
import dev.steward.platform.access.Grant;
import dev.steward.platform.messaging.EventRecord;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/// Making items of entries.
@ApplicationScoped
class Promoting {

    /// @param link empty where somebody has removed it since
    record Promoted(UUID itemId, Optional<Linking.Linked> link) {}

    private final FeedbackEntries entries;
    private final Promotions promotions;
    private final Items items;
    private final Linking linking;
    private final EventRecord events;

    Promoting(
            FeedbackEntries entries,
            Promotions promotions,
            Items items,
            Linking linking,
            EventRecord events) {
        this.entries = entries;
        this.promotions = promotions;
        this.items = items;
        this.linking = linking;
        this.events = events;
    }

    /// Once per entry: whatever became of it, of the link and of the item since, again is the same.
    @Transactional
    Promoted promote(Grant grant, UUID feedbackId, NewPromotion wanted) {
        var itemId = UuidCreator.getTimeOrderedEpoch();
        // Before the locks of linking: nobody who holds those waits for this row.
        if (!promotions.begin(feedbackId, itemId)) {
            var known = promotions.itemOf(feedbackId);
            return new Promoted(known, linking.between(feedbackId, known));
        }
        var linked =
                linking.link(
                        grant, feedbackId, itemId, NewLink.solvedBy(itemId, wanted.importance()));
        // As it is now that nobody else edits it.
        var promotion = wanted.of(entries.find(feedbackId).orElseThrow(), itemId);
        items.expect(itemId, promotion.productId(), promotion.title());
        events.append(grant.by(), promotion.requested());
        return new Promoted(itemId, Optional.of(linked));
    }
}
