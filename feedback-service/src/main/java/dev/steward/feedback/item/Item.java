package dev.steward.feedback.item;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An item of the product backlog, as far as feedback needs it.
///
/// @param key null while an item that was asked for here has not been heard of
public record Item(UUID id, UUID productId, @Nullable String key, String title, String status) {}
