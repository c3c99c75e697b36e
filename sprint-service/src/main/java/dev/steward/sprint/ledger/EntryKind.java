package dev.steward.sprint.ledger;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// The kind of a ledger entry.
@Schema(
        name = "LedgerEntryKind",
        description =
                "ADDED, REMOVED, REESTIMATED, STARTED, COMPLETED and REOPENED happen to an item while the sprint is planned or running; CARRIED (to the next sprint) and RETURNED (to the backlog) when it ends; SPRINT_STARTED, SPRINT_CLOSED and SPRINT_CANCELLED concern the sprint as a whole.")
public enum EntryKind {
    ADDED,
    REMOVED,
    REESTIMATED,
    STARTED,
    COMPLETED,
    REOPENED,
    /// The sprint ended and the item moved to the team's next one. It stays in this sprint's
    /// figures.
    CARRIED,
    /// The sprint ended and the item returned to the backlog. It stays in this sprint's figures.
    RETURNED,
    SPRINT_STARTED,
    SPRINT_CLOSED,
    SPRINT_CANCELLED
}
