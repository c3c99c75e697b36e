package dev.steward.feedback.demand;

import java.util.Optional;
import java.util.UUID;

/// The stored demand for an item. Its row is locked while its votes change.
///
/// @param version 0 until the first event
record ItemDemand(UUID itemId, UUID productId, long version, Demand demand) {

    /// @return empty when only time has passed
    Optional<DemandEvent.Changed> update(Demand now) {
        return now.isSameApartFromAge(demand)
                ? Optional.empty()
                : Optional.of(
                        new DemandEvent.Changed(
                                new ItemDemand(itemId, productId, version + 1, now), demand));
    }
}
