package dev.steward.feedback.link;

/// Relation of an item to a feedback entry.
public enum LinkKind {
    /// The item is what the entry asks for, and its votes count for the item.
    SOLVES,
    /// The item is related, and no vote counts.
    RELATES
}
