package dev.steward.feedback.entry;

/// Where an entry stands: derived from its links, never typed.
public enum FeedbackStatus {
    /// Nobody has dealt with it.
    NEW,
    /// Somebody has, and no item that is not dropped solves it.
    TRIAGED,
    /// An item solves it.
    LINKED
}
