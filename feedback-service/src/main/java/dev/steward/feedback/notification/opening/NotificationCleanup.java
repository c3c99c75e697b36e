package dev.steward.feedback.notification.opening;

import static io.quarkus.scheduler.Scheduled.ConcurrentExecution.SKIP;

import dev.steward.platform.database.ChunkedDeletion;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/// Deletes, in steps, what was needed only to create messages: the entries of an open notification,
/// and the people gathered for a stopped one, who are gathered again when it restarts. Deliveries,
/// and who was told of what, stay: they prevent telling somebody twice.
@ApplicationScoped
class NotificationCleanup {

    private static final int BATCH_SIZE = 2_000;

    /// By the physical place of the rows: a join on their keys may compare every row with every
    /// other while the tables have no statistics.
    private static final String DELETE_ENTRIES =
            """
            delete from loop_entry where ctid = any (array(
                select e.ctid from loop o join loop_entry e on e.release_id = o.release_id
                where o.status in ('OPEN', 'SENDING') limit :most for update of e skip locked))
            """;

    private static final String DELETE_ASKERS =
            """
            delete from loop_asker where ctid = any (array(
                select a.ctid from loop o join loop_asker a on a.release_id = o.release_id
                where o.status = 'STOPPED' limit :most for update of a skip locked))
            """;

    private final ChunkedDeletion deletion;

    NotificationCleanup(ChunkedDeletion deletion) {
        this.deletion = deletion;
    }

    @Scheduled(every = "10m", delayed = "2m", concurrentExecution = SKIP)
    void deleteObsolete() {
        deletion.run(DELETE_ENTRIES, BATCH_SIZE);
        deletion.run(DELETE_ASKERS, BATCH_SIZE);
    }
}
