package dev.steward.feedback.loop;

import java.util.Optional;
import java.util.UUID;

/// Whether a product tells people about releases automatically.
///
/// @param version 0 while the product has the default
record LoopSettings(UUID productId, long version, LoopMode mode) {

    static LoopSettings defaults(UUID productId) {
        return new LoopSettings(productId, 0, LoopMode.AUTOMATIC);
    }

    /// @return empty when nothing changes
    Optional<LoopSettingsEvent.Changed> update(LoopMode requested) {
        return requested == mode
                ? Optional.empty()
                : Optional.of(
                        new LoopSettingsEvent.Changed(
                                new LoopSettings(productId, version + 1, requested), this));
    }
}
