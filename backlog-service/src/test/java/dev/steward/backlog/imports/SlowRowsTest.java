package dev.steward.backlog.imports;

import static dev.steward.backlog.Api.as;
import static dev.steward.backlog.imports.Files.ofRows;
import static dev.steward.backlog.imports.Files.sent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import dev.steward.platform.database.Database;
import dev.steward.platform.testing.RefusedStatements;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Rows that take too long at each attempt are reported and do not delay others.
@QuarkusTest
class SlowRowsTest {

    @Inject ImportWorker worker;
    @Inject ImportSteps steps;
    private final RefusedStatements slow = new RefusedStatements();
    @Inject Database database;

    private UUID product;

    @BeforeEach
    void begin() {
        product = as("olivia").newProduct();
    }

    @AfterEach
    void end() {
        slow.end("item");
    }

    @Test
    void areToldOneByOneAndAllOthersAreIn() {
        slow.on("item", "new.title in ('Row 7', 'Row 555')", RefusedStatements.TIME_OUT);
        var id = sent("olivia", product, "", ofRows(600));

        worker.runOpenImports();

        report(id)
                .body("status", equalTo("SUCCEEDED"))
                .body("counts.created", equalTo(598))
                .body("counts.failed", equalTo(2))
                .body("errors.line", equalTo(List.of(8, 556)))
                .body("errors.code", equalTo(List.of("took-too-long", "took-too-long")));
        assertThat(tries(id)).isZero();
    }

    @Test
    void endTheImportWhereTheyAreMany() {
        slow.on(
                "item",
                "new.product_id = '%s' and new.number > 100".formatted(product),
                RefusedStatements.TIME_OUT);
        var bad = sent("olivia", product, "", ofRows(600));
        var other = as("olivia").newProduct();
        var good = sent("olivia", other, "", ofRows(1_200));

        worker.runOpenImports();

        report(good).body("status", equalTo("SUCCEEDED")).body("counts.created", equalTo(1_200));
        report(bad)
                .body("status", equalTo("FAILED"))
                .body("failure", startsWith("10 rows took too long"))
                .body("counts.failed", equalTo(10));
        assertThat(tries(bad)).isZero();
    }

    @Test
    void areWaitedForWhereTheDatabaseIsTheReason() {
        slow.on(
                "item",
                "new.product_id = '%s'".formatted(product),
                RefusedStatements.CONNECTION_LOST);
        var id = sent("olivia", product, "", ofRows(600));
        for (var look = 0; look < 10; look++) {
            worker.runOpenImports();
        }
        report(id).body("status", equalTo("PENDING")).body("progress.done", equalTo(0));
        slow.end("item");

        worker.runOpenImports();

        report(id).body("status", equalTo("SUCCEEDED")).body("counts.created", equalTo(600));
    }

    /// After two attempts without an end, the next process imports row by row and gives up one that
    /// is begun a third time.
    @Test
    void areFoundByThoseWhoComeAfterWhereTheyEndTheProcess() {
        var id = sent("olivia", product, "", ofRows(600));
        endedWith(id, 2, 0);

        steps.advance(id);
        report(id).body("progress.done", equalTo(1)).body("counts.created", equalTo(1));

        var worst = sent("olivia", product, "?system=worst", ofRows(1));
        endedWith(worst, 3, 31);
        steps.advance(worst);

        report(worst)
                .body("counts.created", equalTo(0))
                .body("counts.failed", equalTo(1))
                .body("errors.line", equalTo(List.of(2)));
    }

    private void endedWith(UUID id, int begun, int halved) {
        database.update(
                """
                insert into work_try (work_id, tries, begun, halved, until)
                values (:id, 0, :begun, :halved, 500)
                """,
                update -> update.bind("id", id).bind("begun", begun).bind("halved", halved));
    }

    private static ValidatableResponse report(UUID id) {
        return as("olivia").get("/imports/" + id).then().statusCode(200);
    }

    private long tries(UUID id) {
        return database.query(
                "select count(*) from work_try where work_id = :id",
                query -> query.bind("id", id).mapTo(Long.class).one());
    }
}
