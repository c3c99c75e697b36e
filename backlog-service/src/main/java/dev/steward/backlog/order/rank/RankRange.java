package dev.steward.backlog.order.rank;

import org.jspecify.annotations.Nullable;

/// The first and the last rank of a product that has items.
///
/// @param firstOpen first rank of an open item; null without open items
public record RankRange(Rank first, Rank last, @Nullable Rank firstOpen, @Nullable Rank lastOpen) {}
