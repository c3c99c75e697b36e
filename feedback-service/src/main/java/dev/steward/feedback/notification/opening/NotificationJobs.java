package dev.steward.feedback.notification.opening;

import dev.steward.feedback.notification.Notification;
import dev.steward.feedback.notification.NotificationMode;
import dev.steward.platform.database.Database;
import dev.steward.platform.messaging.store.EventContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.result.RowView;
import org.jspecify.annotations.Nullable;

/// Reads and writes the progress of loops.
@ApplicationScoped
class NotificationJobs {

    private static final String SELECT =
            """
            select release_id, product_id, version, mode, step, place, failures, on_behalf_of, request_id, cause_id,
                traceparent
            from loop where status in ('OPENING', 'SENDING')
            """;
    private static final String LOCK_DUE =
            SELECT
                    + "and due_at <= :now order by due_at, release_id limit 1 for update skip locked";
    private static final String LOCK = SELECT + "and release_id = :release for update skip locked";
    private static final String SAVE =
            """
            update loop set step = :step, place = :position, due_at = :now, failures = greatest(failures - 1, 0) where release_id = :release
            """;
    private static final String OPEN =
            "update loop set status = 'OPEN', place = null, opened_at = :now where release_id = :release";
    private static final String SENT =
            "update loop set status = 'OPEN', place = null where release_id = :release";
    private static final String POSTPONE =
            "update loop set due_at = :until, failures = failures + 1 where release_id = :release and status in ('OPENING', 'SENDING')";

    private final Database database;

    NotificationJobs(Database database) {
        this.database = database;
    }

    /// Locks the notification that has waited longest and that no other instance is working on.
    Optional<NotificationJob> lockDue(Instant now) {
        return database.query(
                LOCK_DUE, query -> query.bind("now", now).map(NotificationJobs::read).findOne());
    }

    /// @return empty when another instance works on it, or it was stopped
    Optional<NotificationJob> lock(UUID release) {
        return database.query(
                LOCK,
                query -> query.bind("release", release).map(NotificationJobs::read).findOne());
    }

    void save(UUID release, NotificationStep step, @Nullable UUID position, Instant now) {
        database.update(
                SAVE,
                update ->
                        update.bind("step", step)
                                .bind("position", position)
                                .bind("now", now)
                                .bind("release", release));
    }

    void open(UUID release, Instant now) {
        database.update(OPEN, update -> update.bind("now", now).bind("release", release));
    }

    void sent(UUID release) {
        database.update(SENT, update -> update.bind("release", release));
    }

    void postpone(UUID release, Instant until) {
        database.update(POSTPONE, update -> update.bind("until", until).bind("release", release));
    }

    private static NotificationJob read(RowView row) {
        return new NotificationJob(
                new Notification(
                        row.getColumn("release_id", UUID.class),
                        row.getColumn("product_id", UUID.class),
                        row.getColumn("version", Long.class),
                        row.getColumn("mode", NotificationMode.class)),
                row.getColumn("step", NotificationStep.class),
                row.getColumn("place", UUID.class),
                row.getColumn("failures", Integer.class),
                new EventContext(
                        "system:loop",
                        row.getColumn("on_behalf_of", String.class),
                        row.getColumn("request_id", String.class),
                        row.getColumn("cause_id", UUID.class),
                        row.getColumn("traceparent", String.class)));
    }
}
