package dev.steward.feedback.loop;

import java.util.Optional;
import java.util.UUID;

/// How a product answers those who asked.
///
/// @param version 0 while nobody has chosen
record LoopSettings(UUID productId, long version, LoopMode mode) {

    static LoopSettings defaults(UUID productId) {
        return new LoopSettings(productId, 0, LoopMode.AUTOMATIC);
    }

    /// @return empty when it is so already
    Optional<LoopSettingsEvent.Changed> update(LoopMode requested) {
        return requested == mode
                ? Optional.empty()
                : Optional.of(
                        new LoopSettingsEvent.Changed(
                                new LoopSettings(productId, version + 1, requested), this));
    }
}
