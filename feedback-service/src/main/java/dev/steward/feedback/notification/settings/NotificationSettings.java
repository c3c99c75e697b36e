package dev.steward.feedback.notification.settings;

import dev.steward.feedback.notification.NotificationMode;
import java.util.Optional;
import java.util.UUID;

/// Whether a product tells people about releases automatically.
///
/// @param version 0 while the product has the default
public record NotificationSettings(UUID productId, long version, NotificationMode mode) {

    static NotificationSettings defaults(UUID productId) {
        return new NotificationSettings(productId, 0, NotificationMode.AUTOMATIC);
    }

    /// @return empty when nothing changes
    Optional<NotificationSettingsEvent.Changed> update(NotificationMode requested) {
        return requested == mode
                ? Optional.empty()
                : Optional.of(
                        new NotificationSettingsEvent.Changed(
                                new NotificationSettings(productId, version + 1, requested), this));
    }
}
