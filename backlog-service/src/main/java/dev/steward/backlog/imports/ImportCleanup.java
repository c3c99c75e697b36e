package dev.steward.backlog.imports;

import dev.steward.platform.database.ChunkedDeletion;
import jakarta.enterprise.context.ApplicationScoped;

/// Deletes rows, errors and jobs of imports that ended long ago, a bounded number in a transaction.
@ApplicationScoped
class ImportCleanup {

    private static final int MAX_ROWS_AT_ONCE = 5_000;

    /// Rows of imports that ended before their last row.
    private static final String ROWS =
            """
            delete from import_row where (import_id, number) in (
                select r.import_id, r.number from import_job j join import_row r on r.import_id = j.id
                where j.ended_at is not null limit :most)
            """;

    /// Ended long ago, or the upload was never completed.
    private static final String FORGOTTEN =
            "(j.ended_at < now() - interval '30 days' or j.ended_at is not null and not j.arrived)";

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

    private final ChunkedDeletion deletion;

    ImportCleanup(ChunkedDeletion deletion) {
        this.deletion = deletion;
    }

    void clear() {
        deletion.run(ROWS, MAX_ROWS_AT_ONCE);
        deletion.run(ERRORS, MAX_ROWS_AT_ONCE);
        deletion.run(JOBS, MAX_ROWS_AT_ONCE);
    }
}
