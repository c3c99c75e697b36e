package dev.steward.feedback.notification.opening;

import dev.steward.feedback.database.Row;
import dev.steward.feedback.database.Statements;
import dev.steward.feedback.notification.Notification;
import dev.steward.feedback.notification.NotificationMode;
import dev.steward.platform.messaging.store.EventContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
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
            SELECT + "and due_at <= ? order by due_at, release_id limit 1 for update skip locked";
    private static final String LOCK = SELECT + "and release_id = ? for update skip locked";
    private static final String SAVE =
            """
            update loop set step = ?, place = ?, due_at = ?, failures = greatest(failures - 1, 0) where release_id = ?
            """;
    private static final String OPEN =
            "update loop set status = 'OPEN', place = null, opened_at = ? where release_id = ?";
    private static final String SENT =
            "update loop set status = 'OPEN', place = null where release_id = ?";
    private static final String POSTPONE =
            "update loop set due_at = ?, failures = failures + 1 where release_id = ? and status in ('OPENING', 'SENDING')";

    private final Statements statements;

    NotificationJobs(Statements statements) {
        this.statements = statements;
    }

    /// Locks the notification that has waited longest and that no other instance is working on.
    Optional<NotificationJob> lockDue(Instant now) {
        return statements.first(LOCK_DUE, NotificationJobs::read, now);
    }

    /// @return empty when another instance works on it, or it was stopped
    Optional<NotificationJob> lock(UUID release) {
        return statements.first(LOCK, NotificationJobs::read, release);
    }

    void save(UUID release, NotificationStep step, @Nullable UUID position, Instant now) {
        statements.execute(SAVE, step, position, now, release);
    }

    void open(UUID release, Instant now) {
        statements.execute(OPEN, now, release);
    }

    void sent(UUID release) {
        statements.execute(SENT, release);
    }

    void postpone(UUID release, Instant until) {
        statements.execute(POSTPONE, until, release);
    }

    private static NotificationJob read(Row row) throws SQLException {
        return new NotificationJob(
                new Notification(
                        row.id("release_id"),
                        row.id("product_id"),
                        row.version(),
                        row.constant("mode", NotificationMode.class)),
                row.constant("step", NotificationStep.class),
                row.idOrNull("place"),
                row.number("failures"),
                new EventContext(
                        "system:loop",
                        row.textOrNull("on_behalf_of"),
                        row.textOrNull("request_id"),
                        row.idOrNull("cause_id"),
                        row.textOrNull("traceparent")));
    }
}
