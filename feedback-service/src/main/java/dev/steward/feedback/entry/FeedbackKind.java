package dev.steward.feedback.entry;

/// What sort of feedback it is.
public enum FeedbackKind {
    IDEA,
    PROBLEM,
    PRAISE,
    QUESTION,
    OTHER
}
