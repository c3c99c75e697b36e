package dev.steward.backlog.imports;

import static dev.steward.backlog.Api.as;
import static dev.steward.backlog.imports.Files.ofRows;
import static dev.steward.backlog.imports.Files.sent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.steward.platform.database.Database;
import dev.steward.platform.testing.RecordedEvents;
import dev.steward.platform.testing.StatementCount;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// However workers die and however many there are: each row is imported once.
@QuarkusTest
class ImportStepsTest {

    @Inject ImportWorker worker;
    @Inject ImportSteps steps;
    @Inject RowStaging staging;
    @Inject ImportJobs jobs;
    @Inject DataSource dataSource;
    @Inject Database database;
    @Inject StatementCount statements;

    private UUID product;

    @BeforeEach
    void begin() {
        product = as("olivia").newProduct();
    }

    @Test
    void goesOnAtTheLastChunkWhenItsWorkerDiesBeforeTheCommit() {
        var id = sent("olivia", product, "", ofRows(1_200));
        steps.advance(id);

        assertThatThrownBy(() ->
                        QuarkusTransaction.requiringNew()
                                .run(() -> {
                                    steps.advance(id);
                                    endThisSession();
                                }))
                .isNotNull();

        assertThat(count("item")).isEqualTo(500);
        assertThat(count("item_external_key")).isEqualTo(500);
        worker.runOpenImports();
        allRowsAreIn(id, 1_200);
    }

    @Test
    void goesOnWhenItsWorkerDiesBeforeAnyEffect() {
        var id = sent("olivia", product, "", ofRows(600));

        assertThatThrownBy(() ->
                        QuarkusTransaction.requiringNew()
                                .run(() -> {
                                    jobs.claim(id);
                                    endThisSession();
                                    steps.advance(id);
                                }))
                .isNotNull();

        worker.runOpenImports();
        allRowsAreIn(id, 600);
    }

    @Test
    void isWorkedOnByOneAtATime() throws Exception {
        var id = sent("olivia", product, "", ofRows(2_300));
        var again = sent("olivia", product, "", ofRows(2_300));
        var together = new CountDownLatch(1);
        try (var workers = Executors.newCachedThreadPool()) {
            var running =
                    IntStream.range(0, 4)
                            .mapToObj(_ ->
                                    workers.submit(() -> {
                                        together.await();
                                        workUntilDone(List.of(id, again));
                                        return true;
                                    }))
                            .toList();
            together.countDown();
            for (var worker : running) {
                assertThat(worker.get()).isTrue();
            }
        }
        assertThat(count("item")).isEqualTo(2_300);
        assertThat(counts(id).sum()).isEqualTo(2_300);
        assertThat(counts(again).sum()).isEqualTo(2_300);
        assertThat(counts(id).plus(counts(again))).isEqualTo(new ImportCounts(2_300, 0, 2_300, 0));
    }

    @Test
    void isHeldByWhoeverWorksOnIt() {
        var id = sent("olivia", product, "", ofRows(3));
        QuarkusTransaction.requiringNew()
                .run(() -> {
                    jobs.claim(id);
                    assertThat(QuarkusTransaction.requiringNew().call(() -> steps.advance(id)))
                            .isFalse();
                });
        assertThat(steps.advance(id)).isTrue();
    }

    @Test
    void stopsBetweenChunksAndKeepsWhatIsIn() {
        var id = sent("olivia", product, "", ofRows(1_200));
        steps.advance(id);
        steps.cancel(id);
        worker.runOpenImports();
        assertThat(count("item")).isEqualTo(500);
        as("olivia")
                .get("/imports/" + id)
                .then()
                .body("status", org.hamcrest.Matchers.is("CANCELLED"))
                .body("progress.done", org.hamcrest.Matchers.is(500));
    }

    @Test
    void anAbandonedUploadIsEnded() {
        var id =
                staging.begin(
                        new dev.steward.platform.access.Grant(
                                product,
                                "T",
                                java.util.Set.of(),
                                dev.steward.platform.messaging.store.EventContext.system("test")),
                        new RowStaging.FileKind("jira", false, java.util.List.of()));
        worker.runOpenImports();
        worker.refresh();
        assertThat(count("import_job")).isOne();
        database.update(
                "update import_job set touched_at = touched_at - interval '11 minutes' where id = :id",
                update -> update.bind("id", id));
        worker.refresh();
        assertThat(count("import_job")).isZero();
    }

    @Test
    void takesAsManyStatementsForFiveHundredRowsAsForFive() {
        var systems = new AtomicInteger();
        var few = statementsOfImporting(5, () -> "few" + systems.incrementAndGet());
        assertThat(few).isLessThanOrEqualTo(22);
        assertThat(statementsOfImporting(499, () -> "many" + systems.incrementAndGet()))
                .isEqualTo(few);
        assertThat(statementsOfImporting(499, () -> "many" + systems.get()))
                .isLessThanOrEqualTo(10);
    }

    private long statementsOfImporting(int rows, Supplier<String> system) {
        return statements.ofFresh(() -> {
            var id = sent("olivia", product, "?system=" + system.get(), ofRows(rows));
            return () -> steps.advance(id);
        });
    }

    private void allRowsAreIn(UUID id, int rows) {
        assertThat(counts(id)).isEqualTo(new ImportCounts(rows, 0, 0, 0));
        assertThat(count("item")).isEqualTo(rows);
        assertThat(count("item_rank")).isEqualTo(rows);
        assertThat(count("item_score")).isEqualTo(rows);
        assertThat(count("item_external_key")).isEqualTo(rows);
        assertThat(
                        new RecordedEvents(dataSource)
                                .ofProduct(product).stream()
                                        .filter(event ->
                                                event.type()
                                                        .equals("steward.backlog.item.created.v1")))
                .hasSize(rows);
        var titles =
                database.query(
                        """
                        select title from item i join item_rank r on r.item_id = i.id
                        where i.product_id = :p order by r.rank
                        """,
                        query -> query.bind("p", product).mapTo(String.class).list());
        assertThat(titles)
                .isEqualTo(IntStream.rangeClosed(1, rows).mapToObj(i -> "Row " + i).toList());
    }

    private void workUntilDone(List<UUID> ids) {
        while (!ids.stream().map(this::isDone).reduce(true, Boolean::logicalAnd)) {
            ids.forEach(steps::advance);
        }
    }

    private boolean isDone(UUID id) {
        return QuarkusTransaction.requiringNew().call(() -> jobs.named(id).status().isEnd());
    }

    private ImportCounts counts(UUID id) {
        return QuarkusTransaction.requiringNew().call(() -> jobs.named(id).counts());
    }

    private void endThisSession() {
        database.query(
                "select pg_terminate_backend(pg_backend_pid())",
                query -> query.mapTo(Boolean.class).one());
    }

    private long count(String table) {
        return database.query(
                "select count(*) from " + table + " where product_id = :p",
                query -> query.bind("p", product).mapTo(Long.class).one());
    }
}
