package dev.steward.backlog.item;

import java.util.UUID;

/// What an item comes from, for its history.
///
/// @param source what it is: `feedback`, `split`
public record Origin(String source, UUID sourceId) {}
