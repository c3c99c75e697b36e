package dev.steward.platform.messaging;

import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Where the last event of an aggregate does not hold its whole state (an order of a million
/// ranks), the service itself says what a republish sends for that type.
public interface Snapshots {

    /// Republished by this bean instead of from the record.
    String aggregateType();

    /// @param productId of one product, or null for all
    Stream<Snapshot> of(@Nullable UUID productId);

    /// @param state within the size of an event: large aggregates come in parts
    record Snapshot(UUID productId, Aggregate aggregate, Object state) {}
}
