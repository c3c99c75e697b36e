package dev.steward.feedback.notification.settings;

import dev.steward.feedback.notification.NotificationMode;
import dev.steward.platform.messaging.store.Changes;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;
import java.util.UUID;

/// Whether a product tells people about releases automatically.
@Entity
@Table(name = "loop_settings")
public class NotificationSettings {

    @Id private UUID productId;

    private long version;

    @Enumerated(EnumType.STRING)
    private NotificationMode mode = NotificationMode.AUTOMATIC;

    protected NotificationSettings() {}

    /// The default, which is stored nowhere.
    NotificationSettings(UUID productId) {
        this.productId = productId;
    }

    /// @return empty when nothing changes
    Optional<NotificationSettingsEvent> update(NotificationMode requested) {
        if (requested == mode) {
            return Optional.empty();
        }
        var changes = Changes.of("mode", mode, requested);
        mode = requested;
        version++;
        return Optional.of(
                new NotificationSettingsEvent.Changed(
                        version, changes, new NotificationSettingsEvent.State(productId, mode)));
    }

    /// 0 while the product has the default.
    long version() {
        return version;
    }

    public NotificationMode mode() {
        return mode;
    }
}
