package dev.steward.backlog.imports;

import static dev.steward.backlog.Api.as;
import static dev.steward.backlog.imports.Files.ofRows;
import static dev.steward.backlog.imports.Files.sent;
import static org.assertj.core.api.Assertions.assertThat;

import dev.steward.platform.database.Database;
import dev.steward.platform.testing.StatementCount;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// An import with very many rows is deleted in parts, the job itself last.
@QuarkusTest
class ImportCleanupTest {

    @Inject ImportWorker worker;
    @Inject ImportSteps steps;
    @Inject ImportCleanup cleanup;
    @Inject Database database;
    @Inject StatementCount statements;

    @Test
    void deletesNoMoreThanSomeRowsAtOnce() {
        worker.refresh();
        var id = sent("olivia", as("olivia").newProduct(), "", ofRows(1));
        steps.cancel(id);
        run(
                """
                insert into import_error (import_id, line, code, message)
                select :id, n, 'required', 'No title.' from generate_series(1, 7000) n
                """,
                id);

        // Rows of 5,000, 5,000 and 2,000; neither errors nor jobs.
        assertThat(statements.ofFresh(() -> withRows(id, 12_000))).isEqualTo(5);
        assertThat(count("import_row", id)).isZero();
        assertThat(count("import_error", id)).isEqualTo(7_000);

        run("update import_job set ended_at = ended_at - interval '31 days' where id = :id", id);
        as("olivia").get("/imports/" + id).then().statusCode(200);
        worker.refresh();
        as("olivia").get("/imports/" + id).then().statusCode(404);
    }

    private Runnable withRows(UUID id, int rows) {
        database.update(
                """
                insert into import_row (import_id, number, line, item)
                select :id, n, n, '{}' from generate_series(1, :rows) n on conflict do nothing
                """,
                update -> update.bind("id", id).bind("rows", rows));
        return cleanup::clear;
    }

    private void run(String sql, UUID id) {
        database.update(sql, update -> update.bind("id", id));
    }

    private long count(String table, UUID id) {
        return database.query(
                "select count(*) from " + table + " where import_id = :id",
                query -> query.bind("id", id).mapTo(Long.class).one());
    }
}
