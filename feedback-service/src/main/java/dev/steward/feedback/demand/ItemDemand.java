package dev.steward.feedback.demand;

import java.util.Optional;
import java.util.UUID;

/// The demand kept for an item. Its row is locked while voices of the item change.
///
/// @param version 0 until it was first announced
record ItemDemand(UUID itemId, UUID productId, long version, Demand demand) {

    /// What became of it, if it is anything new.
    Optional<DemandEvent.Changed> update(Demand now) {
        return now.isSameApartFromAge(demand)
                ? Optional.empty()
                : Optional.of(
                        new DemandEvent.Changed(
                                new ItemDemand(itemId, productId, version + 1, now), demand));
    }
}
