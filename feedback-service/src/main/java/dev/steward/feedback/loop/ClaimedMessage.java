package dev.steward.feedback.loop;

import java.time.Instant;
import java.util.UUID;

/// A message that is ours to send.
///
/// @param attempt proves that it still is
/// @param claimedUntil somebody else may take it then
record ClaimedMessage(
        UUID id, int attempt, Instant claimedUntil, String address, Message message) {}
