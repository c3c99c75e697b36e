package dev.steward.sprint.sprint;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What becomes of an item that was not done when its sprint is closed.
@Schema(name = "ClosingDecision")
enum Decision {
    /// Back to the backlog.
    BACKLOG,
    /// Into the team's next planned sprint, with its whole estimate.
    NEXT,
    /// What is done of it stays, as done; the rest becomes an item of its own.
    SPLIT
}
