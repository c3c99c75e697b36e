package dev.steward.platform.messaging.consume;

import static io.quarkus.scheduler.Scheduled.ConcurrentExecution.SKIP;

import dev.steward.platform.database.ChunkedDeletion;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/// Forgets dead letters 30 days after they were replayed, and republishes 30 days after they were
/// completed. A dead letter that waits stays until somebody replays or discards it.
@ApplicationScoped
public class MessagingCleanup {

    private static final int AT_A_TIME = 500;

    private static final String FORGET_LETTERS =
            """
            delete from dead_letter where id = any (array(
                select id from dead_letter where replayed_at < now() - interval '30 days'
                order by replayed_at limit :most for update skip locked))
            """;
    private static final String FORGET_REPUBLISHES =
            """
            delete from republish_job where id = any (array(
                select id from republish_job where completed_at < now() - interval '30 days'
                limit :most for update skip locked))
            """;

    private final ChunkedDeletion deletion;

    MessagingCleanup(ChunkedDeletion deletion) {
        this.deletion = deletion;
    }

    @Scheduled(every = "1h", delayed = "3m", concurrentExecution = SKIP)
    void cleanUp() {
        deletion.run(FORGET_LETTERS, AT_A_TIME);
        deletion.run(FORGET_REPUBLISHES, AT_A_TIME);
    }
}
