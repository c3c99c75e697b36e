package dev.steward.feedback.notification.review;

import dev.steward.feedback.notification.Deliveries;
import dev.steward.feedback.notification.Notification;
import dev.steward.feedback.notification.NotificationMode;
import dev.steward.feedback.notification.NotificationStarted;
import dev.steward.feedback.notification.NotificationStatus;
import dev.steward.platform.access.Grant;
import dev.steward.platform.database.Database;
import dev.steward.platform.messaging.store.EventStore;
import dev.steward.platform.web.conditional.IfMatch;
import dev.steward.platform.web.problem.Conflict;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.jdbi.v3.core.result.RowView;
import org.jspecify.annotations.Nullable;

/// Sends held messages, and updates their text.
@ApplicationScoped
class HeldDeliveries {

    private static final String LOCK =
            """
            select l.release_id, l.product_id, l.version, l.mode, l.status,
                coalesce(r.status = 'RELEASED' and not r.deleted, true) as is_out
            from loop l left join release r on r.id = l.release_id where l.release_id = :release for update of l
            """;
    private static final String SAVE =
            """
            update loop set version = :version, status = 'SENDING', step = 'LETTING_GO', place = null, due_at = :now, failures = 0
            where release_id = :release
            """;

    private final Database database;
    private final Deliveries deliveries;
    private final EventStore events;
    private final Event<NotificationStarted> notificationStarted;
    private final Clock clock;

    HeldDeliveries(
            Database database,
            Deliveries deliveries,
            EventStore events,
            Event<NotificationStarted> notificationStarted,
            Clock clock) {
        this.database = database;
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
                database.query(
                                LOCK,
                                query ->
                                        query.bind("release", release)
                                                .map(HeldDeliveries::read)
                                                .findOne())
                        .orElseThrow(NotReleased::new);
        var held = notification.isSending() ? 0 : deliveries.countHeld(release);
        if (held > 0) {
            var sent = notification.notification().sent(held);
            database.update(
                    SAVE,
                    update ->
                            update.bind("version", sent.notification().version())
                                    .bind("now", clock.instant())
                                    .bind("release", release));
            events.append(grant.by(), sent);
            notificationStarted.fire(new NotificationStarted(release));
        }
    }

    /// @param text null for the default text
    @Transactional
    void updateText(Grant grant, UUID id, @Nullable String text, IfMatch ifMatch) {
        var delivery = deliveries.lock(id);
        ifMatch.check(delivery.version());
        delivery.updateText(text)
                .ifPresent(edited -> {
                    deliveries.save(edited.delivery(), null);
                    events.append(grant.by(), edited);
                });
    }

    private record LockedNotification(Notification notification, boolean isSending) {}

    private static LockedNotification read(RowView row) {
        if (!row.getColumn("is_out", Boolean.class)) {
            throw new NotReleased();
        }
        var status = row.getColumn("status", NotificationStatus.class);
        if (status == NotificationStatus.OPENING) {
            throw new StillOpening();
        }
        return new LockedNotification(
                new Notification(
                        row.getColumn("release_id", UUID.class),
                        row.getColumn("product_id", UUID.class),
                        row.getColumn("version", Long.class),
                        row.getColumn("mode", NotificationMode.class)),
                status == NotificationStatus.SENDING);
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
