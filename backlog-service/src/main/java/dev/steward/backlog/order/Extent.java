package dev.steward.backlog.order;

/// The first and the last rank of a product that has items.
record Extent(Rank first, Rank last) {}
