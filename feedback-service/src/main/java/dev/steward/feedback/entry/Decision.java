package dev.steward.feedback.entry;

/// What somebody decided about an entry that nothing will be done for.
public enum Decision {
    DECLINED,
    SPAM
}
