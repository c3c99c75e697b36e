package dev.steward.feedback.loop;

import java.time.Instant;
import java.util.UUID;

/// A message that is ours to send.
///
/// @param attempt proves that it still is
/// @param until somebody else may take it then
record Outgoing(UUID id, int attempt, Instant until, String address, Letter letter) {}
