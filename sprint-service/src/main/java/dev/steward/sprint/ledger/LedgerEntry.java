package dev.steward.sprint.ledger;

import java.time.Instant;
import java.util.UUID;

/// One line of a sprint's ledger.
///
/// @param at when it was recorded, later than any entry of the sprint before it
public record LedgerEntry(UUID sprintId, Instant at, LedgerFact fact, Witness by) {}
