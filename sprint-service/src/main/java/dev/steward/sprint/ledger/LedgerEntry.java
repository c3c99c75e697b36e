package dev.steward.sprint.ledger;

import java.time.Instant;
import java.util.UUID;

/// One entry of a sprint's ledger.
///
/// @param at when it was recorded; later than every earlier entry of the sprint
public record LedgerEntry(UUID sprintId, Instant at, EntryDetails details, EntryContext context) {}
