package dev.steward.platform.database.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steward.platform.database.Database;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.eclipse.microprofile.health.Readiness;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DatabaseReadinessTest {

    @Inject @Readiness DatabaseReadiness readiness;
    @Inject DataSource pool;
    @Inject Database database;

    @ConfigProperty(name = "quarkus.datasource.jdbc.max-size")
    int poolSize;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @Test
    void isReadyWhileRequestsHoldAllConnections() throws SQLException {
        List<Connection> held = new ArrayList<>();
        try {
            for (var i = 0; i < poolSize; i++) {
                held.add(pool.getConnection());
            }
            assertThat(readiness.call().getStatus()).isEqualTo(Status.UP);
        } finally {
            for (var connection : held) {
                connection.close();
            }
        }
    }

    @Test
    void isReadyAgainAfterItsConnectionWasCut() {
        assertThat(readiness.call().getStatus()).isEqualTo(Status.UP);
        database.query(
                "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'readiness'",
                query -> query.mapTo(Boolean.class).list());
        assertThat(readiness.call().getStatus()).isEqualTo(Status.DOWN);
        assertThat(readiness.call().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void isNotReadyWithoutADatabase() {
        var elsewhere =
                new DatabaseReadiness(
                        new UnpooledConnections(
                                url + UUID.randomUUID().toString().replace("-", ""), "nobody", ""));
        assertThat(elsewhere.call().getStatus()).isEqualTo(Status.DOWN);
    }
}
