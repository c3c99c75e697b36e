package dev.steward.platform.database.connection;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jspecify.annotations.Nullable;

/// Ready while the database answers, asked on a connection of its own: requests that hold all
/// connections of the pool, waiting for each other, are no reason to send callers elsewhere, where
/// the same would happen.
@Readiness
@ApplicationScoped
public class DatabaseReadiness implements HealthCheck {

    private static final int SECONDS = 2;

    private final UnpooledConnections connections;
    private @Nullable Connection connection;

    DatabaseReadiness(UnpooledConnections connections) {
        this.connections = connections;
    }

    @Override
    public synchronized HealthCheckResponse call() {
        var response = HealthCheckResponse.named("database");
        try {
            return response.status(answers()).build();
        } catch (SQLException e) {
            closeConnection();
            return response.down().withData("reason", String.valueOf(e.getSQLState())).build();
        }
    }

    private boolean answers() throws SQLException {
        var asked = connection == null ? connections.open("readiness") : connection;
        connection = asked;
        if (asked.isValid(SECONDS)) {
            return true;
        }
        // It may be the connection alone: the next check opens another one.
        closeConnection();
        return false;
    }

    @PreDestroy
    synchronized void closeConnection() {
        try (var _ = connection) {
            connection = null;
        } catch (SQLException e) {
            connection = null;
        }
    }
}
