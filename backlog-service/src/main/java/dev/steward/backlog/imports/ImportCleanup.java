package dev.steward.backlog.imports;

import dev.steward.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;

/// Deletes rows, errors and jobs of imports that ended long ago, a bounded number in a transaction.
@ApplicationScoped
class ImportCleanup {

    private static final int MAX_ROWS_AT_ONCE = 5_000;
    private static final Duration KEPT = Duration.ofDays(30);

    /// Rows of imports that ended before their last row.
    private static final String ROWS =
            """
            delete from import_row where (import_id, number) in (
                select r.import_id, r.number from import_job j join import_row r on r.import_id = j.id
                where j.ended_at is not null limit :most)
            """;

    /// Ended long ago, or the upload was never completed.
    private static final String FORGOTTEN =
            "(j.ended_at < :before or j.ended_at is not null and not j.arrived)";

    private static final String ERRORS =
            """
            delete from import_error where (import_id, line, id) in (
                select e.import_id, e.line, e.id from import_job j join import_error e on e.import_id = j.id
                where
            """
                    + FORGOTTEN
                    + " limit :most)";

    private static final String JOBS =
            """
            delete from import_job where id in (
                select j.id from import_job j where not exists (select from import_row where import_id = j.id)
                    and not exists (select from import_error where import_id = j.id) and
            """
                    + FORGOTTEN
                    + " limit :most)";

    private final Database database;
    private final Clock clock;

    ImportCleanup(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// @return whether there may be more
    @Transactional
    boolean clear() {
        return delete(ROWS) == MAX_ROWS_AT_ONCE
                || forget(ERRORS) == MAX_ROWS_AT_ONCE
                || forget(JOBS) == MAX_ROWS_AT_ONCE;
    }

    private int delete(String sql) {
        return database.update(sql, update -> update.bind("most", MAX_ROWS_AT_ONCE));
    }

    private int forget(String sql) {
        return database.update(
                sql,
                update ->
                        update.bind("most", MAX_ROWS_AT_ONCE)
                                .bind("before", clock.instant().minus(KEPT)));
    }
}
