package dev.steward.platform.database.migration;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Migrates, and tries again when a migration could not get a lock: those who waited behind it come
/// through between two attempts. After some attempts it fails, and the application ends; whoever
/// runs it starts it again.
final class RetriedMigration {

    /// With the 4 s that each waits, well below the three minutes that a pod has to start.
    private static final int MOST_ATTEMPTS = 15;

    private static final Logger LOG = Logger.getLogger(RetriedMigration.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final FluentConfiguration configuration;
    private final int mostAttempts;
    private final Runnable betweenAttempts;

    RetriedMigration(FluentConfiguration configuration) {
        this(configuration, MOST_ATTEMPTS, RetriedMigration::pause);
    }

    RetriedMigration(
            FluentConfiguration configuration, int mostAttempts, Runnable betweenAttempts) {
        this.configuration = configuration;
        this.mostAttempts = mostAttempts;
        this.betweenAttempts = betweenAttempts;
    }

    /// @return how many migrations it took
    int run() {
        var flyway = configuration.load();
        for (var attempt = 1; ; attempt++) {
            try {
                forgetUnfinished(flyway);
                return flyway.migrate().migrationsExecuted;
            } catch (FlywayException | SQLException failure) {
                if (attempt == mostAttempts || !isOfALock(failure)) {
                    throw failure instanceof FlywayException ours
                            ? ours
                            : new FlywayException(failure.getMessage(), failure);
                }
                LOG.warnf(
                        "a migration could not get its lock, attempt %d of %d",
                        attempt, mostAttempts);
                betweenAttempts.run();
            }
        }
    }

    private static boolean isOfALock(@Nullable Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refused
                    && LOCK_NOT_AVAILABLE.equals(refused.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    /// Whatever runs in a transaction leaves nothing behind. An index that was being created
    /// concurrently does: itself, invalid, and a row that would refuse every later start.
    private void forgetUnfinished(Flyway flyway) throws SQLException {
        for (var migration : flyway.info().all()) {
            if (migration.getState() == MigrationState.FAILED) {
                dropInvalidIndexes();
                forgetFailures();
                return;
            }
        }
    }

    private void dropInvalidIndexes() throws SQLException {
        try (var connection = configuration.getDataSource().getConnection();
                var run = connection.createStatement()) {
            run.execute(Migrations.NO_LONG_WAIT);
            var names =
                    """
                    select c.oid::regclass::text from pg_index i join pg_class c on c.oid = i.indexrelid
                    where not i.indisvalid and c.relnamespace = current_schema()::regnamespace
                    """;
            var invalid = new ArrayList<String>();
            try (var rows = run.executeQuery(names)) {
                while (rows.next()) {
                    invalid.add(rows.getString(1));
                }
            }
            for (var index : invalid) {
                run.execute("drop index concurrently if exists " + index);
            }
        }
    }

    private void forgetFailures() throws SQLException {
        try (var connection = configuration.getDataSource().getConnection();
                var run = connection.createStatement()) {
            run.executeUpdate(
                    "delete from \"%s\" where not success".formatted(configuration.getTable()));
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new FlywayException("stopped while waiting for a lock", stopped);
        }
    }
}
