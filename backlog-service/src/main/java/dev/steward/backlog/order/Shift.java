package dev.steward.backlog.order;

import java.util.UUID;

/// An item's rank before and after, in events.
record Shift(UUID id, String from, String to) {}
