package dev.steward.backlog.job;

import static dev.steward.backlog.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.steward.backlog.Backlog;
import dev.steward.backlog.Backlogs;
import dev.steward.platform.database.Database;
import dev.steward.platform.testing.RefusedStatements;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A step that takes too long at each attempt ends its job and does not delay others.
@QuarkusTest
class SlowJobsTest {

    private static final int ITEMS = 5_001;

    @Inject Backlogs backlogs;
    @Inject JobWorker work;
    @Inject JobStepExecutor executor;
    private final RefusedStatements slow = new RefusedStatements();
    @Inject Database database;

    @AfterEach
    void end() {
        List.of("next_item_score", "item_rank", "order_change").forEach(slow::end);
    }

    @Test
    void anItemThatCannotBeScoredInTimeEndsTheJobAndLetsTheModelBeChosenAnew() {
        var bad = scored();
        var good = scored();
        slow.on(
                "next_item_score",
                "new.item_id = '%s'".formatted(bad.item(1_234)),
                RefusedStatements.TIME_OUT);
        var failing = accepted(choose(bad, "WSJF"));
        var other = accepted(choose(good, "WSJF"));

        work.work();

        job(good, other).body("status", equalTo("SUCCEEDED"));
        job(bad, failing)
                .body("status", equalTo("FAILED"))
                .body("errors.code", equalTo(List.of("took-too-long")))
                .body("progress.done", equalTo(1_233));
        slow.end("next_item_score");
        work.cleanUp();
        assertThat(left("next_item_score", failing)).isZero();
        accepted(choose(bad, "RICE"));
        work.work();
    }

    @Test
    void aSwitchThatTakesTooLongLetsTheOrderGo() {
        var backlog = scored();
        slow.on(
                "item_rank",
                "new.product_id = '%s'".formatted(backlog.product()),
                RefusedStatements.TIME_OUT);
        var job = accepted(apply(backlog));

        work.work();

        job(backlog, job)
                .body("status", equalTo("FAILED"))
                .body("errors.code", equalTo(List.of("took-too-long")));
        slow.end("item_rank");
        assertThat(left("order_change", job)).isPositive();
        work.cleanUp();
        assertThat(left("order_change", job)).isZero();
        as(backlog.member("OWNER"))
                .post(
                        "/products/" + backlog.product() + "/order",
                        Map.of("items", List.of(backlog.item(3)), "to", "TOP"))
                .then()
                .statusCode(200);
    }

    @Test
    void whatEndedTheProcessThriceIsNotBegunAgain() {
        var backlog = scored();
        var job = accepted(apply(backlog));
        endedWith(job, 3);

        executor.advance(job);

        job(backlog, job)
                .body("status", equalTo("FAILED"))
                .body("errors.code", equalTo(List.of("took-too-long")));
    }

    private Backlog scored() {
        var backlog = backlogs.withItems(ITEMS);
        backlogs.describeAll(backlog);
        return backlog;
    }

    private static Response choose(Backlog backlog, String kind) {
        return as(backlog.member("OWNER"))
                .request()
                .header("If-Match", "*")
                .body(Map.of("kind", kind))
                .put("/api/v1/products/" + backlog.product() + "/scoring-models/active");
    }

    private static Response apply(Backlog backlog) {
        return as(backlog.member("OWNER"))
                .post(
                        "/products/" + backlog.product() + "/order/proposal/apply",
                        Map.of("orderVersion", 0, "reason", "As scored"));
    }

    private static UUID accepted(Response answer) {
        answer.then().statusCode(202);
        return UUID.fromString(answer.path("id"));
    }

    private static ValidatableResponse job(Backlog backlog, UUID job) {
        return as(backlog.member("OWNER")).get("/jobs/" + job).then().statusCode(200);
    }

    private void endedWith(UUID job, int begun) {
        database.update(
                "insert into work_try values (:job, 0, :begun, 0, 0)",
                update -> update.bind("job", job).bind("begun", begun));
    }

    private long left(String table, UUID job) {
        return database.query(
                "select count(*) from " + table + " where job_id = :job",
                query -> query.bind("job", job).mapTo(Long.class).one());
    }
}
