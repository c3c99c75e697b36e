package dev.steward.feedback.notification.review;

import dev.steward.feedback.notification.Deliveries;
import dev.steward.feedback.notification.NotificationStarted;
import dev.steward.feedback.notification.NotificationStatus;
import dev.steward.feedback.notification.Notifications;
import dev.steward.platform.access.Grant;
import dev.steward.platform.database.Database;
import dev.steward.platform.messaging.store.EventStore;
import dev.steward.platform.web.conditional.IfMatch;
import dev.steward.platform.web.problem.Conflict;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Sends held messages, and updates their text.
@ApplicationScoped
class HeldDeliveries {

    private static final String IS_RELEASED =
            "select status = 'RELEASED' and not deleted from release where id = :release";

    private final Database database;
    private final Notifications notifications;
    private final Deliveries deliveries;
    private final EventStore events;
    private final Event<NotificationStarted> notificationStarted;
    private final Clock clock;

    HeldDeliveries(
            Database database,
            Notifications notifications,
            Deliveries deliveries,
            EventStore events,
            Event<NotificationStarted> notificationStarted,
            Clock clock) {
        this.database = database;
        this.notifications = notifications;
        this.deliveries = deliveries;
        this.events = events;
        this.notificationStarted = notificationStarted;
        this.clock = clock;
    }

    /// Starts sending all held messages of a release, in steps. Doing it again changes nothing.
    ///
    /// @throws NotReleased when the release is not released, or was rolled back
    /// @throws StillOpening while messages are still being created
    @Transactional
    void sendAll(Grant grant, UUID release) {
        var notification =
                notifications
                        .findByIdOptional(release, LockModeType.PESSIMISTIC_WRITE)
                        .filter(_ -> isReleased(release))
                        .orElseThrow(NotReleased::new);
        if (notification.status() == NotificationStatus.OPENING) {
            throw new StillOpening();
        }
        var isSending = notification.status() == NotificationStatus.SENDING;
        var held = isSending ? 0 : deliveries.countHeld(release);
        if (held > 0) {
            events.append(grant.by(), notification.send(held, clock.instant()));
            notificationStarted.fire(new NotificationStarted(release));
        }
    }

    /// Also while its event has not arrived.
    private boolean isReleased(UUID release) {
        return database.query(
                IS_RELEASED,
                query ->
                        query.bind("release", release).mapTo(Boolean.class).findOne().orElse(true));
    }

    /// @param text null for the default text
    @Transactional
    void updateText(Grant grant, UUID id, @Nullable String text, IfMatch ifMatch) {
        var delivery = deliveries.lock(id);
        ifMatch.check(delivery.version());
        delivery.updateText(text).ifPresent(edited -> events.append(grant.by(), edited));
    }

    /// Held messages are sent together, so all of them must have been created.
    private static final class StillOpening extends Conflict {

        StillOpening() {
            super(
                    "loop-opening",
                    "The messages of this release are still being created. Repeat the request when `status` of the loop is OPEN.");
        }
    }

    /// Nobody is told about a release before it is released.
    private static final class NotReleased extends Conflict {

        NotReleased() {
            super(
                    "release-not-out",
                    "The release is not released, or its event has not arrived yet: there are no messages to send.");
        }
    }
}
