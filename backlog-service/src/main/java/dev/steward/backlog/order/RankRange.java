package dev.steward.backlog.order;

import org.jspecify.annotations.Nullable;

/// The first and the last rank of a product that has items.
///
/// @param firstOpen of the items that people see; null without any
record RankRange(Rank first, Rank last, @Nullable Rank firstOpen, @Nullable Rank lastOpen) {}
