package dev.steward.backlog.item.create;

import dev.steward.backlog.item.BacklogItem;
import dev.steward.backlog.item.ItemFields;
import dev.steward.backlog.item.ItemText;
import dev.steward.backlog.item.ItemType;
import dev.steward.backlog.item.Origin;
import dev.steward.backlog.item.ValueInputs;
import dev.steward.platform.messaging.consume.IncomingEvent;
import dev.steward.platform.messaging.store.EventContext;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An item that another service requests. That service has checked the rights.
public sealed interface RequestedItem {

    /// Chosen by the requester.
    UUID id();

    UUID productId();

    Origin origin();

    /// Who requested it, and by which event.
    EventContext by();

    /// The history of the item names the person who requested it, not this service.
    static EventContext requesterOf(IncomingEvent event) {
        return new EventContext(
                event.actor(), null, event.requestId(), event.id(), event.traceparent());
    }

    /// A new item.
    record New(
            UUID id,
            UUID productId,
            ItemType type,
            String title,
            @Nullable String description,
            Origin origin,
            EventContext by)
            implements RequestedItem {

        ItemFields fields() {
            return ItemFields.of(ItemText.of(type, title, description), null, ValueInputs.NONE);
        }
    }

    /// The unfinished part of an item that was split.
    ///
    /// @param estimate its part of the original estimate; null when that had none
    record Remainder(
            UUID id,
            UUID productId,
            UUID splitFrom,
            String title,
            @Nullable BigDecimal estimate,
            EventContext by)
            implements RequestedItem {

        @Override
        public Origin origin() {
            return new Origin("split", splitFrom);
        }

        /// At most the present estimate of the original: the requester may not know of an earlier
        /// split.
        ///
        /// @param original its present state; empty when a restored backup has lost it
        public ItemFields fields(Optional<BacklogItem> original) {
            var text =
                    original.map(item -> item.text().remainder(title))
                            .orElseGet(() -> ItemText.of(ItemType.STORY, title, null));
            return ItemFields.of(text, partOf(original), ValueInputs.NONE);
        }

        private @Nullable BigDecimal partOf(Optional<BacklogItem> original) {
            if (original.isEmpty() || estimate == null) {
                return estimate;
            }
            var whole = original.get().estimate();
            return whole == null ? null : whole.min(estimate);
        }
    }
}
