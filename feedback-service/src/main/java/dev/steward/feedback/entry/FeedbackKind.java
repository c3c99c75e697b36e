package dev.steward.feedback.entry;

/// What sort of thing was said.
public enum FeedbackKind {
    IDEA,
    PROBLEM,
    PRAISE,
    QUESTION,
    OTHER
}
