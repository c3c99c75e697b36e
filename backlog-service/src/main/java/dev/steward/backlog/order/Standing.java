package dev.steward.backlog.order;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where an item stands before a request changes anything.
///
/// @param above the rank directly above, of whatever item; null for the first
/// @param below the rank directly below; null for the last
record Standing(UUID item, Rank rank, @Nullable Rank above, @Nullable Rank below) {}
