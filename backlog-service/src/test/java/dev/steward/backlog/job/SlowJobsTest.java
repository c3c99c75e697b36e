package dev.steward.backlog.job;

import static dev.steward.backlog.Api.as;
import static dev.steward.backlog.job.LargeBacklogs.acceptedJob;
import static dev.steward.backlog.job.LargeBacklogs.applyProposal;
import static dev.steward.backlog.job.LargeBacklogs.chooseModel;
import static dev.steward.backlog.job.LargeBacklogs.job;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.steward.platform.database.Database;
import dev.steward.platform.testing.RefusedStatements;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A step that takes too long at each attempt ends its job and does not delay others.
@QuarkusTest
class SlowJobsTest {

    @Inject LargeBacklogs large;
    @Inject JobWorker worker;
    @Inject JobStepExecutor executor;
    private final RefusedStatements slow = new RefusedStatements();
    @Inject Database database;

    @AfterEach
    void end() {
        List.of("next_item_score", "item_rank", "order_change").forEach(slow::end);
    }

    @Test
    void anItemThatCannotBeScoredInTimeEndsTheJobAndLetsTheModelBeChosenAnew() {
        var bad = large.scored();
        var good = large.scored();
        slow.on(
                "next_item_score",
                "new.item_id = '%s'".formatted(bad.item(1_234)),
                RefusedStatements.TIME_OUT);
        var failing = acceptedJob(chooseModel(bad, "WSJF"), "SCORING_MODEL");
        var other = acceptedJob(chooseModel(good, "WSJF"), "SCORING_MODEL");

        worker.runOpenJobs();

        job(good, other).body("status", equalTo("SUCCEEDED"));
        job(bad, failing)
                .body("status", equalTo("FAILED"))
                .body("errors.code", equalTo(List.of("took-too-long")))
                .body("progress.done", equalTo(1_233));
        slow.end("next_item_score");
        worker.cleanUp();
        assertThat(large.stored("next_item_score", failing)).isZero();
        acceptedJob(chooseModel(bad, "RICE"), "SCORING_MODEL");
        worker.runOpenJobs();
    }

    @Test
    void aSwitchThatTakesTooLongLetsTheOrderGo() {
        var backlog = large.scored();
        slow.on(
                "item_rank",
                "new.product_id = '%s'".formatted(backlog.product()),
                RefusedStatements.TIME_OUT);
        var job = acceptedJob(applyProposal(backlog), "ORDER_PROPOSAL");

        worker.runOpenJobs();

        job(backlog, job)
                .body("status", equalTo("FAILED"))
                .body("errors.code", equalTo(List.of("took-too-long")));
        slow.end("item_rank");
        assertThat(large.stored("order_change", job)).isPositive();
        worker.cleanUp();
        assertThat(large.stored("order_change", job)).isZero();
        as(backlog.member("OWNER"))
                .post(
                        "/products/" + backlog.product() + "/order",
                        Map.of("items", List.of(backlog.item(3)), "to", "TOP"))
                .then()
                .statusCode(200);
    }

    @Test
    void whatEndedTheProcessThriceIsNotBegunAgain() {
        var backlog = large.scored();
        var job = acceptedJob(applyProposal(backlog), "ORDER_PROPOSAL");
        endedWith(job, 3);

        executor.advance(job);

        job(backlog, job)
                .body("status", equalTo("FAILED"))
                .body("errors.code", equalTo(List.of("took-too-long")));
    }

    private void endedWith(UUID job, int begun) {
        database.update(
                "insert into work_try values (:job, 0, :begun, 0, 0)",
                update -> update.bind("job", job).bind("begun", begun));
    }
}
