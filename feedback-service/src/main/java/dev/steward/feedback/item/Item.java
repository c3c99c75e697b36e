package dev.steward.feedback.item;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An item of the backlog, as far as feedback needs it.
///
/// @param key null while the event of an item that was requested here has not arrived
public record Item(UUID id, UUID productId, @Nullable String key, String title, String status) {}
