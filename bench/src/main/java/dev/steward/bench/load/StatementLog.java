package dev.steward.bench.load;

import dev.steward.bench.BenchFailure;
import dev.steward.local.run.WholeSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/// What a service says to PostgreSQL: its own log tells, so that the statements measured against
/// are those of today's code.
public record StatementLog(WholeSystem system) {

    /// A service's connections are prepared for a statement after a few times.
    private static final int WARM = 12;

    /// @return all statements while `action` ran for the last of several times
    public List<LoggedStatement> during(Runnable action) {
        for (var i = 0; i < WARM; i++) {
            action.run();
        }
        set("log_line_prefix = '" + LoggedStatement.PREFIX + "'");
        set("log_statement = 'all'");
        try {
            // Connections take over a setting with their next statement.
            action.run();
            execute("select 'here it begins'");
            var before = lines().size();
            action.run();
            // Each backend writes before it executes: what came before is there.
            execute("select 'here it ends'");
            var log = lines();
            return LoggedStatement.read(log.subList(before, log.size()));
        } finally {
            set("log_statement = 'none'");
        }
    }

    private List<String> lines() {
        try {
            return Files.readAllLines(system.postgresLog());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// And waits a moment: backends hear of it by a signal.
    private void set(String setting) {
        execute("alter system set " + setting);
        execute("select pg_reload_conf()");
        pause();
    }

    private static void pause() {
        try {
            Thread.sleep(Duration.ofMillis(500));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchFailure("interrupted", e);
        }
    }

    private void execute(String statements) {
        var postgres = system.postgres();
        try (var connection =
                        DriverManager.getConnection(
                                postgres.urlBase() + "postgres",
                                postgres.superuser(),
                                postgres.superuserPassword());
                var statement = connection.createStatement()) {
            statement.execute(statements);
        } catch (SQLException e) {
            throw new BenchFailure(String.valueOf(e.getMessage()), e);
        }
    }
}
