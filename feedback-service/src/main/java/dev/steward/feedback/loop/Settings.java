package dev.steward.feedback.loop;

import java.util.Optional;
import java.util.UUID;

/// How a product answers those who asked.
///
/// @param version 0 while nobody has chosen
record Settings(UUID productId, long version, Mode mode) {

    static Settings usual(UUID productId) {
        return new Settings(productId, 0, Mode.AUTOMATIC);
    }

    /// @return empty when it is so already
    Optional<SettingsEvent.Changed> choose(Mode wanted) {
        return wanted == mode
                ? Optional.empty()
                : Optional.of(
                        new SettingsEvent.Changed(
                                new Settings(productId, version + 1, wanted), this));
    }
}
