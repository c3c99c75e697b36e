package dev.steward.sprint.sprint.closing;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What becomes of an item that is not done when its sprint is closed.
@Schema(
        name = "ClosingDecision",
        description =
                "BACKLOG: the item returns to the backlog. NEXT: it moves to the team's next PLANNED sprint. SPLIT: its finished part stays as DONE and the remainder becomes a new item.")
enum ClosingDecision {
    /// It returns to the backlog.
    BACKLOG,
    /// It moves to the team's next planned sprint, with its whole estimate.
    NEXT,
    /// Its finished part stays as DONE; the remainder becomes an item of its own.
    SPLIT
}
