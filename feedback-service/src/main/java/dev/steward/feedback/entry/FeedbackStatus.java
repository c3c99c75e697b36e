package dev.steward.feedback.entry;

/// Where an entry stands: derived from its links and what became of their items, never typed.
public enum FeedbackStatus {
    /// Nobody has dealt with it.
    NEW,
    /// Somebody has, and no item that is not dropped solves it.
    TRIAGED,
    /// An item solves it.
    LINKED,
    /// One is selected for a sprint.
    PLANNED,
    /// One is in work, done or released.
    IN_PROGRESS,
    /// All are released; not everybody who asked has been told.
    SHIPPED,
    /// All are released, and whoever could be told has been.
    CLOSED,
    DECLINED,
    SPAM,
    /// It is part of another entry, and its voices count there.
    MERGED;

    /// Nobody votes for it any more.
    public boolean isClosed() {
        return switch (this) {
            case NEW, TRIAGED, LINKED, PLANNED, IN_PROGRESS -> false;
            case SHIPPED, CLOSED, DECLINED, SPAM, MERGED -> true;
        };
    }
}
