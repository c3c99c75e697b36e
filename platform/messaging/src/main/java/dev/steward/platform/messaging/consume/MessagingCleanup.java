package dev.steward.platform.messaging.consume;

import static io.quarkus.scheduler.Scheduled.ConcurrentExecution.SKIP;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import javax.sql.DataSource;

/// Forgets dead letters 30 days after they were replayed, and republishes 30 days after they were
/// completed, some at a time. A dead letter that waits stays until somebody replays or discards it.
@ApplicationScoped
public class MessagingCleanup {

    private static final int AT_A_TIME = 500;

    private static final String FORGET_LETTERS =
            """
            delete from dead_letter where id = any (array(
                select id from dead_letter where replayed_at < now() - interval '30 days'
                order by replayed_at limit ? for update skip locked))
            """;
    private static final String FORGET_REPUBLISHES =
            """
            delete from republish_job where id = any (array(
                select id from republish_job where completed_at < now() - interval '30 days'
                limit ? for update skip locked))
            """;

    private final DataSource database;

    MessagingCleanup(DataSource database) {
        this.database = database;
    }

    @Scheduled(every = "1h", delayed = "3m", concurrentExecution = SKIP)
    void forget() {
        forgetAll(FORGET_LETTERS);
        forgetAll(FORGET_REPUBLISHES);
    }

    private void forgetAll(String statement) {
        while (QuarkusTransaction.requiringNew().call(() -> forgetSome(statement)) == AT_A_TIME) {
            // Until none is left.
        }
    }

    private int forgetSome(String statement) throws SQLException {
        try (var connection = database.getConnection();
                var forget = connection.prepareStatement(statement)) {
            forget.setInt(1, AT_A_TIME);
            return forget.executeUpdate();
        }
    }
}
