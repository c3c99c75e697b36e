package dev.steward.sprint.sprint;

/// What becomes of an item that was not done when its sprint is closed.
enum Decision {
    /// Back to the backlog.
    BACKLOG,
    /// Into the team's next planned sprint, with its whole estimate.
    NEXT,
    /// The rest becomes an item of its own. Not available yet.
    SPLIT
}
