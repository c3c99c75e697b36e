package dev.steward.feedback.entry;

/// The decision to close an entry without doing anything for it.
public enum Decision {
    DECLINED,
    SPAM
}
