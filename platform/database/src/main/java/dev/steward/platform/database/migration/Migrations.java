package dev.steward.platform.database.migration;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.inject.Singleton;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;

/// How every service brings its schema up to date when it starts.
@Singleton
public class Migrations implements FlywayConfigurationCustomizer {

    /// Behind a long reader a migration gives up instead of having everybody wait behind itself.
    static final String NO_LONG_WAIT = "set lock_timeout = '4s'";

    /// An image that is rolled back finds the migrations of the newer one, whose schema it can use.
    /// One of the platform (0.…) is below the service's own latest: missing, in Flyway's words, not
    /// of the future.
    private static final String[] OF_NEWER_VERSIONS = {"*:future", "*:missing"};

    @Override
    public void customize(FluentConfiguration flyway) {
        // Flyway repeats its own lock only (`lock-retry-count`), and Quarkus calls `migrate` once:
        // behind this it finds nothing left to do.
        new RetriedMigration(settings(flyway)).run();
    }

    static FluentConfiguration settings(FluentConfiguration flyway) {
        flyway.initSql(NO_LONG_WAIT)
                .ignoreMigrationPatterns(OF_NEWER_VERSIONS)
                .callbacks(new PostgresVersionCheck());
        // An index that is created concurrently waits for every transaction, so also for the one
        // that would hold this lock.
        flyway.getConfigurationExtension(PostgreSQLConfigurationExtension.class)
                .setTransactionalLock(false);
        return flyway;
    }
}
