package dev.steward.bench.load;

import dev.steward.bench.BenchFailure;
import dev.steward.local.Polling;
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

    private static final Duration RELOAD = Duration.ofSeconds(30);

    /// @return all statements while `action` ran for the last of several times
    public List<LoggedStatement> during(Runnable action) {
        for (var i = 0; i < WARM; i++) {
            action.run();
        }
        set("log_line_prefix", LoggedStatement.PREFIX);
        set("log_statement", "all");
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
            set("log_statement", "none");
        }
    }

    private List<String> lines() {
        try {
            return Files.readAllLines(system.postgresLog());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Waits until a new connection has it; the others were told by the same signal and take it
    /// over with their next statement.
    private void set(String name, String value) {
        execute("alter system set " + name + " = '" + value + "'");
        execute("select pg_reload_conf()");
        if (!Polling.until(RELOAD, () -> execute("show " + name).equals(value))) {
            throw new BenchFailure("PostgreSQL does not take over " + name + ".");
        }
    }

    /// @return the first column of the first row; empty without rows
    private String execute(String sql) {
        var postgres = system.postgres();
        try (var connection =
                        DriverManager.getConnection(
                                postgres.urlBase() + "postgres",
                                postgres.superuser(),
                                postgres.superuserPassword());
                var statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return "";
            }
            var row = statement.getResultSet();
            return row.next() ? row.getString(1) : "";
        } catch (SQLException e) {
            throw new BenchFailure(String.valueOf(e.getMessage()), e);
        }
    }
}
