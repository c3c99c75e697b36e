package dev.steward.feedback.notification.sending;

import dev.steward.feedback.notification.Message;
import java.time.Instant;
import java.util.UUID;

/// A message that this instance has claimed and may send.
///
/// @param attempt identifies the claim
/// @param claimedUntil afterwards another instance may claim the message
record ClaimedMessage(
        UUID id, int attempt, Instant claimedUntil, String address, Message message) {}
