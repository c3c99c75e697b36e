package dev.steward.local.postgres;

import static dev.steward.local.postgres.PostgresServer.Durability.SURVIVES_POWER_LOSS;
import static dev.steward.local.postgres.PostgresServer.Durability.SURVIVES_THE_PROCESS_ONLY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.steward.local.Port;
import dev.steward.local.PortTaken;
import dev.steward.local.Processes;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerTest {

    @TempDir Path folder;

    @Test
    void keepsWhatWasCommittedWhenItIsKilled() throws SQLException {
        var port = Port.free("PostgreSQL");
        var killed = PostgresServer.start(folder, port, SURVIVES_POWER_LOSS);
        var database = killed.provision("backlog");
        asOwner(database, "create table item (title text)", "insert into item values ('kept')");
        var postmaster = killed.process().orElseThrow();
        postmaster.destroyForcibly();
        Processes.awaitExit(postmaster, Duration.ofSeconds(5));

        try (var restarted = PostgresServer.start(folder, port, SURVIVES_POWER_LOSS)) {
            assertThat(restarted.provision("backlog")).isEqualTo(database);
            assertThat(readAsOwner(database, "select title from item")).isEqualTo("kept");
            assertThat(readAsOwner(database, "show synchronous_commit")).isEqualTo("on");
            assertThat(readAsOwner(database, "show fsync")).isEqualTo("on");
        }
    }

    @Test
    void takesTheFolderOverFromAServerWhoseSupervisorWasKilled() throws SQLException {
        var port = Port.free("PostgreSQL");
        var orphan = PostgresServer.start(folder, port, SURVIVES_THE_PROCESS_ONLY);
        var database = orphan.provision("sprint");
        var orphanProcess = orphan.process().orElseThrow();

        try (var _ = PostgresServer.start(folder, port, SURVIVES_THE_PROCESS_ONLY)) {
            assertThat(orphanProcess.isAlive()).isFalse();
            assertThat(readAsOwner(database, "select 'here'")).isEqualTo("here");
        }
        assertThat(port.answers()).isFalse();
    }

    @Test
    void givesTheApplicationNoMoreThanItNeeds() throws SQLException, IOException {
        try (var server =
                PostgresServer.start(folder, Port.free("PostgreSQL"), SURVIVES_THE_PROCESS_ONLY)) {
            var database = server.provision("feedback");
            var other = server.provision("backlog");
            asOwner(
                    database,
                    "create table vote (weight int)",
                    "create index on vote using gin ((weight::text) gin_trgm_ops)");

            assertThat(readAsApp(database, "select 'connected'")).isEqualTo("connected");
            assertThat(readAsApp(database, "select unaccent('Größe')")).isEqualTo("Grosse");
            assertThat(readAsApp(database, "select similarity('größer', 'größe') > 0.5"))
                    .isEqualTo("t");
            assertRefused(database.url(), database, "select * from vote");
            assertRefused(database.url(), database, "create table mine (id int)");
            assertRefused(database.url(), database, "create schema mine");
            assertRefused(database.url(), database, "create temp table mine (id int)");
            assertRefused(database.url(), database, "create role mine");
            assertRefused(other.url(), database, "select 1");
            assertRefused(server.urlBase() + "postgres", database, "select 1");
            assertThatThrownBy(() ->
                            DriverManager.getConnection(
                                    database.url(), server.superuser(), "guessed"))
                    .hasMessageContaining("password authentication failed");
            assertThat(
                            PosixFilePermissions.toString(
                                    Files.getPosixFilePermissions(
                                            folder.resolve("passwords.properties"))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void saysWhichPortIsTakenAndHowToMoveIt() throws IOException {
        try (var stranger = new ServerSocket(0, 1, Port.loopback())) {
            var port = new Port("PostgreSQL", "STEWARD_POSTGRES_PORT", stranger.getLocalPort());

            assertThatThrownBy(() -> PostgresServer.start(folder, port, SURVIVES_POWER_LOSS))
                    .isInstanceOf(PortTaken.class)
                    .hasMessage(
                            "Port %d is taken by another process; PostgreSQL needs it. Free it, or"
                                    + " choose another one with STEWARD_POSTGRES_PORT=<port>.",
                            stranger.getLocalPort());
        }
    }

    private static void assertRefused(String url, DatabaseCredentials database, String command) {
        assertThatThrownBy(() -> run(url, database.appUser(), database.appPassword(), command))
                .as(command)
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("permission denied");
    }

    private static void asOwner(DatabaseCredentials database, String... commands)
            throws SQLException {
        for (var command : commands) {
            run(database.url(), database.ownerUser(), database.ownerPassword(), command);
        }
    }

    private static String readAsOwner(DatabaseCredentials database, String query)
            throws SQLException {
        return run(database.url(), database.ownerUser(), database.ownerPassword(), query);
    }

    private static String readAsApp(DatabaseCredentials database, String query)
            throws SQLException {
        return run(database.url(), database.appUser(), database.appPassword(), query);
    }

    private static String run(String url, String user, String password, String command)
            throws SQLException {
        try (var connection = DriverManager.getConnection(url, user, password);
                var statement = connection.createStatement()) {
            if (!statement.execute(command)) {
                return "";
            }
            statement.getResultSet().next();
            return statement.getResultSet().getString(1);
        }
    }
}
