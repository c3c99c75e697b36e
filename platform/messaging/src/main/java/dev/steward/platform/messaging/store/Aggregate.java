package dev.steward.platform.messaging.store;

import java.util.UUID;

/// The aggregate that an event is about, at the version after the event.
///
/// @param type the word in event types and `Steward-Version`: `item`, `membership`
/// @param version one higher with every event of the aggregate, from 1
public record Aggregate(String type, UUID id, long version) {}
