package dev.steward.feedback.item;

import java.util.UUID;

/// An item of the product backlog, as far as feedback needs it.
public record Item(UUID id, UUID productId, String key, String title, String status) {}
