package dev.steward.feedback.link;

/// What an item is to an entry.
public enum LinkKind {
    /// Doing the item gives what was asked for: the entry's voices count for it.
    SOLVES,
    /// It has something to do with it, and no voice counts.
    RELATES
}
