package dev.steward.backlog.imports;

import static dev.steward.backlog.Api.as;
import static dev.steward.backlog.imports.Files.ofRows;
import static dev.steward.backlog.imports.Files.sent;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;

/// An import with very many rows is deleted in parts, the job itself last.
@QuarkusTest
class ImportCleanupTest {

    @Inject ImportWorker work;
    @Inject ImportSteps steps;
    @Inject ImportCleanup cleanup;
    @Inject Session database;

    @Test
    void deletesNoMoreThanSomeRowsAtOnce() {
        work.refresh();
        var id = sent("olivia", as("olivia").newProduct(), "", ofRows(1));
        steps.cancel(id);
        run(
                """
                insert into import_row (import_id, number, line, item)
                select :id, n, n, '{}' from generate_series(2, 12000) n
                """,
                id);
        run(
                """
                insert into import_error (import_id, line, code, message)
                select :id, n, 'required', 'No title.' from generate_series(1, 7000) n
                """,
                id);

        assertThat(cleanup.clear()).isTrue();
        assertThat(count("import_row", id)).isEqualTo(7_000);
        work.refresh();
        assertThat(count("import_row", id)).isZero();
        assertThat(count("import_error", id)).isEqualTo(7_000);
        run("update import_job set ended_at = ended_at - interval '31 days' where id = :id", id);
        assertThat(cleanup.clear()).isTrue();

        assertThat(count("import_error", id)).isEqualTo(2_000);
        as("olivia").get("/imports/" + id).then().statusCode(200);
        work.refresh();
        as("olivia").get("/imports/" + id).then().statusCode(404);
    }

    private void run(String sql, UUID id) {
        QuarkusTransaction.requiringNew()
                .run(() ->
                        database.createNativeMutationQuery(sql)
                                .setParameter("id", id)
                                .executeUpdate());
    }

    private long count(String table, UUID id) {
        return QuarkusTransaction.requiringNew()
                .call(() ->
                        database.createNativeQuery(
                                        "select count(*) from " + table + " where import_id = :id",
                                        Long.class)
                                .setParameter("id", id)
                                .getSingleResult());
    }
}
