package dev.steward.feedback.notification.opening;

import dev.steward.feedback.notification.Notification;
import dev.steward.feedback.notification.NotificationStarted;
import dev.steward.feedback.notification.Notifications;
import dev.steward.feedback.notification.settings.NotificationSettingsStore;
import dev.steward.feedback.release.Releases;
import dev.steward.platform.messaging.store.EventContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/// Starts a notification when a release comes out, by fixing which entries it ships, and stops it
/// when the release is rolled back.
@ApplicationScoped
class NotificationLifecycle {

    private final Releases releases;
    private final Notifications notifications;
    private final NotificationSettingsStore settings;
    private final NotificationEntries entries;
    private final GatheredVoices voices;
    private final Event<NotificationStarted> notificationStarted;
    private final Clock clock;

    NotificationLifecycle(
            Releases releases,
            Notifications notifications,
            NotificationSettingsStore settings,
            NotificationEntries entries,
            GatheredVoices voices,
            Event<NotificationStarted> notificationStarted,
            Clock clock) {
        this.releases = releases;
        this.notifications = notifications;
        this.settings = settings;
        this.entries = entries;
        this.voices = voices;
        this.notificationStarted = notificationStarted;
        this.clock = clock;
    }

    /// Stops the notifications of releases that are rolled back. Called before any entry is locked,
    /// the same order as in [NotificationOpening].
    @Transactional(Transactional.TxType.MANDATORY)
    void stop(Collection<UUID> changed) {
        if (changed.isEmpty()) {
            return;
        }
        var locked = notifications.lock(changed);
        var released = releases.released(changed);
        locked.stream()
                .filter(notification -> !released.contains(notification.releaseId()))
                .forEach(Notification::stop);
    }

    /// Starts the notification of a released release once, and again when it was stopped. The lock
    /// of [#stop] is held.
    @Transactional(Transactional.TxType.MANDATORY)
    void start(UUID release, UUID productId, EventContext by) {
        if (releases.released(List.of(release)).isEmpty()) {
            return;
        }
        var now = clock.instant();
        var known = notifications.findByIdOptional(release);
        if (known.isPresent() && !known.get().restart(now)) {
            return;
        }
        if (known.isEmpty()) {
            create(release, productId, by, now);
        }
        voices.deleteAll(release);
        entries.addShipped(release);
        notificationStarted.fire(new NotificationStarted(release));
    }

    private void create(UUID release, UUID productId, EventContext by, Instant now) {
        var mode = settings.of(productId).mode();
        notifications.persist(new Notification(release, productId, mode, by, now));
    }
}
