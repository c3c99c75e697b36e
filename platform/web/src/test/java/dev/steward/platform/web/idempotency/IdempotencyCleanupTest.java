package dev.steward.platform.web.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
class IdempotencyCleanupTest {

    @Inject IdempotencyCleanup cleanup;
    @Inject DataSource database;

    @Test
    void forgetsAllThatIsOldInSeveralTransactionsAndNothingElse() throws SQLException {
        remember("old", 5_000, "25 hours");
        remember("young", 10, "23 hours");

        cleanup.cleanUp();

        assertThat(count("old")).isZero();
        assertThat(count("young")).isEqualTo(10);
    }

    private void remember(String caller, int answers, String age) throws SQLException {
        try (var connection = database.getConnection();
                var insert =
                        connection.prepareStatement(
                                "insert into idempotency (caller, method, path, key, body_hash, status, created_at)"
                                        + " select ?, 'POST', '/', n::text, '', 201, now() - ?::interval"
                                        + " from generate_series(1, ?) n")) {
            insert.setString(1, caller);
            insert.setString(2, age);
            insert.setInt(3, answers);
            insert.executeUpdate();
        }
    }

    private int count(String caller) throws SQLException {
        try (var connection = database.getConnection();
                var count =
                        connection.prepareStatement(
                                "select count(*) from idempotency where caller = ?")) {
            count.setString(1, caller);
            try (var row = count.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }
}
