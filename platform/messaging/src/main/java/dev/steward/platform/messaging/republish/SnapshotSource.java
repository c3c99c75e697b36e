package dev.steward.platform.messaging.republish;

import dev.steward.platform.messaging.store.Aggregate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where the last event of an aggregate does not hold its whole state (an order of a million
/// ranks), the service itself says what a republish sends for that type.
public interface SnapshotSource {

    /// Republished by this bean instead of from the record.
    String aggregateType();

    /// One step of a republish: at most what one transaction should write.
    ///
    /// @param position null at the beginning, then what the page before gave
    Page page(UUID productId, @Nullable String position);

    /// @param next where the next page begins; null after the last one
    record Page(List<Snapshot> snapshots, @Nullable String next) {}

    /// @param state within the size of an event: large aggregates come in parts
    record Snapshot(Aggregate aggregate, Object state) {}
}
