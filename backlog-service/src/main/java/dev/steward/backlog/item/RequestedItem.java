package dev.steward.backlog.item;

import dev.steward.platform.messaging.IncomingEvent;
import dev.steward.platform.messaging.Provenance;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An item that somebody asks for in another service, which has seen to it that they may.
public sealed interface RequestedItem {

    /// Minted by whoever asks.
    UUID id();

    UUID productId();

    Origin origin();

    /// Who asks, and in which event.
    Provenance by();

    /// Whoever asked made the item: its history names them, not us.
    static Provenance requesterOf(IncomingEvent event) {
        return new Provenance(
                event.actor(), null, event.requestId(), event.id(), event.traceparent());
    }

    /// A new one, as its asker describes it.
    record New(
            UUID id,
            UUID productId,
            ItemType type,
            String title,
            @Nullable String description,
            Origin origin,
            Provenance by)
            implements RequestedItem {

        ItemFields fields() {
            return ItemFields.described(type, title, description);
        }
    }

    /// What is left of one that was split.
    ///
    /// @param estimate its part of that one's; null where that had none
    record Remainder(
            UUID id,
            UUID productId,
            UUID splitFrom,
            String title,
            @Nullable BigDecimal estimate,
            Provenance by)
            implements RequestedItem {

        @Override
        public Origin origin() {
            return new Origin("split", splitFrom);
        }

        /// It gets no more than the item has by now: what asks may not know of an earlier split.
        ///
        /// @param original as it is now; empty where a restored backlog has lost it
        ItemFields fields(Optional<BacklogItem> original) {
            return original.map(item -> ItemFields.of(item).rest(title, partOf(item.estimate())))
                    .orElseGet(() ->
                            ItemFields.EMPTY.withType(ItemType.STORY).rest(title, estimate));
        }

        private @Nullable BigDecimal partOf(@Nullable BigDecimal whole) {
            return whole == null || estimate == null ? null : whole.min(estimate);
        }
    }
}
