package dev.steward.platform.web.idempotency;

import static io.quarkus.scheduler.Scheduled.ConcurrentExecution.SKIP;

import dev.steward.platform.database.ChunkedDeletion;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/// Forgets stored answers a day after they were given.
@ApplicationScoped
public class IdempotencyCleanup {

    private static final int AT_A_TIME = 2_000;

    private static final String FORGET =
            """
            delete from idempotency where ctid = any (array(
                select ctid from idempotency where created_at < now() - interval '24 hours'
                limit :most for update skip locked))
            """;

    private final ChunkedDeletion deletion;

    IdempotencyCleanup(ChunkedDeletion deletion) {
        this.deletion = deletion;
    }

    @Scheduled(every = "10m", delayed = "1m", concurrentExecution = SKIP)
    void cleanUp() {
        deletion.run(FORGET, AT_A_TIME);
    }
}
