package dev.steward.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MigrationsTest {

    private static final String NEWER = "9999";

    @Inject Flyway flyway;
    @Inject Database database;
    @Inject OwnConnections connections;

    @AfterEach
    void forget() {
        database.run("delete from flyway_schema_history where version = '%s'".formatted(NEWER));
    }

    @Test
    void anOlderVersionStartsBesideANewerSchema() {
        database.run(
                """
                insert into flyway_schema_history
                    (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
                values (9999, '%s', 'of a newer version', 'SQL', 'V9999__newer.sql', 1, 'test', 1, true)
                """
                        .formatted(NEWER));
        assertThatCode(flyway::validate).doesNotThrowAnyException();
        assertThatCode(flyway::migrate).doesNotThrowAnyException();
    }

    @Test
    void aMigrationDoesNotHaveEverybodyWaitBehindALongReader() throws SQLException {
        try (var reader = connections.open("long-reader")) {
            reader.setAutoCommit(false);
            try (var select = reader.createStatement()) {
                select.execute("select count(*) from thing");
            }
            var behind = behind();
            assertThatThrownBy(behind::migrate)
                    .isInstanceOf(FlywayException.class)
                    .hasMessageContaining("lock timeout");
            // Nothing of it is there, and it can be tried again when the reader is gone.
            reader.rollback();
            assertThat(behind.migrate().migrationsExecuted).isOne();
        } finally {
            asOwner("alter table thing drop column if exists colour");
            asOwner("drop table if exists behind_a_reader");
        }
    }

    private Flyway behind() {
        var configuration =
                Flyway.configure()
                        .dataSource(flyway.getConfiguration().getDataSource())
                        .locations("classpath:db/behind")
                        .table("behind_a_reader")
                        .baselineOnMigrate(true)
                        .baselineVersion("0");
        new Migrations().customize(configuration);
        return configuration.load();
    }

    private void asOwner(String sql) throws SQLException {
        try (var connection = flyway.getConfiguration().getDataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void anOlderPostgresIsRefusedInASentence() {
        assertThatThrownBy(() -> RequiredPostgres.require(17))
                .hasMessage("Steward needs PostgreSQL 18 or newer; this server is version 17.");
        assertThatCode(() -> RequiredPostgres.require(18)).doesNotThrowAnyException();
        assertThat(flyway.getConfiguration().getCallbacks())
                .hasAtLeastOneElementOfType(RequiredPostgres.class);
    }
}
