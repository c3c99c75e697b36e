package dev.steward.backlog.item;

import dev.steward.platform.messaging.Provenance;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An item that somebody asks for in another service, which has seen to it that they may.
///
/// @param id minted by whoever asks
/// @param by who asks, and in which event
public record AskedItem(
        UUID id,
        UUID productId,
        ItemType type,
        String title,
        @Nullable String description,
        Origin origin,
        Provenance by) {

    ItemFields fields() {
        return new ItemFields(
                type,
                title,
                description,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
