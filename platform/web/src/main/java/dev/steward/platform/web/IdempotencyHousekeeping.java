package dev.steward.platform.web;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import javax.sql.DataSource;

/// Forgets stored answers a day after they were given.
@ApplicationScoped
public class IdempotencyHousekeeping {

    private final DataSource database;

    IdempotencyHousekeeping(DataSource database) {
        this.database = database;
    }

    @Scheduled(every = "10m", delayed = "1m")
    @Transactional
    void forget() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate(
                    "delete from idempotency where created_at < now() - interval '24 hours'");
        }
    }
}
