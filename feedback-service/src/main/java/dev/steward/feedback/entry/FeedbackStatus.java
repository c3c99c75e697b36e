package dev.steward.feedback.entry;

/// Status of an entry. Follows from its links and the state of the linked items; nobody sets it.
public enum FeedbackStatus {
    /// Nobody has looked at it.
    NEW,
    /// Somebody has looked at it, and no item solves it; dropped items do not count.
    TRIAGED,
    /// An item solves it.
    LINKED,
    /// An item that solves it is selected for a sprint.
    PLANNED,
    /// An item that solves it is in progress, done or released.
    IN_PROGRESS,
    /// All items that solve it are released; not everybody who asked has been told.
    SHIPPED,
    /// All items that solve it are released, and everybody who can be told has been.
    CLOSED,
    DECLINED,
    SPAM,
    /// It is merged into another entry, and its votes count there.
    MERGED;

    /// Whether it takes no more votes.
    public boolean isClosed() {
        return switch (this) {
            case NEW, TRIAGED, LINKED, PLANNED, IN_PROGRESS -> false;
            case SHIPPED, CLOSED, DECLINED, SPAM, MERGED -> true;
        };
    }

    /// Whether all items that solve it are released.
    public boolean isReleased() {
        return this == SHIPPED || this == CLOSED;
    }

    /// Whether items may be linked to it: also when it is released, to name what solved it.
    public boolean acceptsLinks() {
        return switch (this) {
            case NEW, TRIAGED, LINKED, PLANNED, IN_PROGRESS, SHIPPED, CLOSED -> true;
            case DECLINED, SPAM, MERGED -> false;
        };
    }
}
