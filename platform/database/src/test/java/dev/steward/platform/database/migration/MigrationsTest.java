package dev.steward.platform.database.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.steward.platform.database.Database;
import dev.steward.platform.database.connection.UnpooledConnections;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class MigrationsTest {

    private static final int NEWER = 9999;

    @Inject Flyway flyway;
    @Inject Database database;
    @Inject UnpooledConnections connections;

    @AfterEach
    void forget() {
        database.update(
                "delete from flyway_schema_history where installed_rank = :newer",
                update -> update.bind("newer", NEWER));
    }

    /// Seen: with a migration that the platform had got, no image could be rolled back.
    @ParameterizedTest
    @ValueSource(strings = {"9999", "0.99"})
    void anOlderVersionStartsBesideANewerSchema(String version) {
        database.update(
                """
                insert into flyway_schema_history
                    (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
                values (:newer, :version, 'of a newer version', 'SQL', 'newer.sql', 1, 'test', 1, true)
                """,
                update -> update.bind("newer", NEWER).bind("version", version));
        assertThatCode(flyway::validate).doesNotThrowAnyException();
        assertThatCode(flyway::migrate).doesNotThrowAnyException();
    }

    @Test
    void aMigrationGivesUpBehindAReaderWhoStays() throws SQLException {
        try (var reader = reading()) {
            assertThatThrownBy(() -> new RetriedMigration(behind("behind"), 2, () -> {}).run())
                    .isInstanceOf(FlywayException.class)
                    .hasMessageContaining("lock timeout");
            // Nothing of it is there, and it can be tried again when the reader is gone.
            reader.rollback();
            assertThat(new RetriedMigration(behind("behind"), 1, () -> {}).run()).isOne();
        } finally {
            undo();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"behind", "behind-concurrently"})
    void aMigrationTriesAgainUntilTheReaderIsGone(String migrations) throws SQLException {
        var attempts = new AtomicInteger(1);
        try (var reader = reading()) {
            var migration =
                    new RetriedMigration(
                            behind(migrations),
                            15,
                            () -> {
                                if (attempts.incrementAndGet() == 3) {
                                    end(reader);
                                }
                            });

            assertThat(migration.run()).isOne();

            assertThat(attempts).hasValue(3);
            assertThat(invalidIndexes()).isZero();
            assertThat(new RetriedMigration(behind(migrations), 1, () -> {}).run()).isZero();
        } finally {
            undo();
        }
    }

    private long invalidIndexes() {
        return database.query(
                "select count(*) from pg_index where not indisvalid",
                query -> query.mapTo(Long.class).one());
    }

    private static void end(Connection reader) {
        try {
            reader.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Holds a lock on the table, and a snapshot for which an index that is created concurrently
    /// waits.
    private Connection reading() throws SQLException {
        var reader = connections.open("long-reader");
        reader.setAutoCommit(false);
        reader.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        try (var select = reader.createStatement()) {
            select.execute("select count(*) from thing");
        }
        return reader;
    }

    private void undo() throws SQLException {
        asOwner("alter table thing drop column if exists colour");
        asOwner("drop index if exists thing_behind");
        asOwner("drop table if exists behind_a_reader");
    }

    private FluentConfiguration behind(String folder) {
        var configuration =
                Flyway.configure()
                        .dataSource(flyway.getConfiguration().getDataSource())
                        .locations("classpath:db/" + folder)
                        .table("behind_a_reader")
                        .baselineOnMigrate(true)
                        .baselineVersion("0");
        // The same with a shorter wait.
        assertThat(Migrations.settings(configuration).getInitSql()).contains("lock_timeout = '4s'");
        return configuration.initSql("set lock_timeout = '300ms'");
    }

    private void asOwner(String sql) throws SQLException {
        try (var connection = flyway.getConfiguration().getDataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void anOlderPostgresIsRefusedInASentence() {
        assertThatThrownBy(() -> PostgresVersionCheck.require(17))
                .hasMessage("Steward needs PostgreSQL 18 or newer; this server is version 17.");
        assertThatCode(() -> PostgresVersionCheck.require(18)).doesNotThrowAnyException();
        assertThat(flyway.getConfiguration().getCallbacks())
                .hasAtLeastOneElementOfType(PostgresVersionCheck.class);
    }
}
