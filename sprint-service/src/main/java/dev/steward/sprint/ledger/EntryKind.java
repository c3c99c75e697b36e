package dev.steward.sprint.ledger;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What an entry of the ledger says.
@Schema(name = "LedgerEntryKind")
public enum EntryKind {
    ADDED,
    REMOVED,
    REESTIMATED,
    STARTED,
    COMPLETED,
    REOPENED,
    /// When the sprint ended: on to the team's next one. It stays in this one's figures.
    CARRIED,
    /// When the sprint ended: back to the backlog. It stays in this one's figures.
    RETURNED,
    SPRINT_STARTED,
    SPRINT_CLOSED,
    SPRINT_CANCELLED
}
