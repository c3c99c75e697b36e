package dev.steward.platform.web.idempotency;

import static io.quarkus.scheduler.Scheduled.ConcurrentExecution.SKIP;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import javax.sql.DataSource;

/// Forgets stored answers a day after they were given, some at a time: a day of a busy service is
/// millions, and one statement over all of them would end at its timeout, every time.
@ApplicationScoped
public class IdempotencyCleanup {

    private static final int AT_A_TIME = 2_000;

    private static final String FORGET =
            """
            delete from idempotency where ctid = any (array(
                select ctid from idempotency where created_at < now() - interval '24 hours'
                limit ? for update skip locked))
            """;

    private final DataSource database;

    IdempotencyCleanup(DataSource database) {
        this.database = database;
    }

    @Scheduled(every = "10m", delayed = "1m", concurrentExecution = SKIP)
    void forget() {
        while (QuarkusTransaction.requiringNew().call(() -> forgetSome(AT_A_TIME)) == AT_A_TIME) {
            // Until none is left.
        }
    }

    private int forgetSome(int most) throws SQLException {
        try (var connection = database.getConnection();
                var forget = connection.prepareStatement(FORGET)) {
            forget.setInt(1, most);
            return forget.executeUpdate();
        }
    }
}
