package dev.steward.backlog.job;

import static dev.steward.backlog.Api.as;
import static dev.steward.backlog.job.LargeBacklogs.ITEMS;
import static dev.steward.backlog.job.LargeBacklogs.acceptedJob;
import static dev.steward.backlog.job.LargeBacklogs.chooseModel;
import static dev.steward.backlog.job.LargeBacklogs.job;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import dev.steward.backlog.Backlog;
import dev.steward.backlog.Backlogs;
import dev.steward.platform.database.Database;
import dev.steward.platform.testing.RecordedEvents;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/// Another scoring model for more items than one request scores.
@QuarkusTest
class LargeScoringTest {

    @Inject LargeBacklogs large;
    @Inject Backlogs backlogs;
    @Inject JobWorker worker;
    @Inject JobStepExecutor executor;
    @Inject Database database;
    @Inject DataSource dataSource;

    @Test
    void leavesTheOldModelToAnswerUntilAllIsScored() {
        var backlog = large.scored();
        var before = scores(backlog);

        var job = acceptedJob(chooseModel(backlog, "WSJF"), "SCORING_MODEL");
        executor.advance(job);
        executor.advance(job);

        job(backlog, job)
                .body("status", equalTo("RUNNING"))
                .body("progress.items", equalTo(ITEMS))
                .body("progress.done", equalTo(2_000));
        assertThat(scores(backlog)).isEqualTo(before);
        model(backlog).body("version", equalTo(0)).body("kind", equalTo("WEIGHTED"));
        worker.runOpenJobs();

        job(backlog, job).body("status", equalTo("SUCCEEDED")).body("resultVersion", equalTo(1));
        model(backlog).body("version", equalTo(1)).body("kind", equalTo("WSJF"));
        assertThat(versions(backlog)).containsExactly(1L);
        assertThat(scores(backlog)).isNotEqualTo(before);
        assertThat(large.stored("next_item_score", job)).isZero();
    }

    /// Each score equals its explanation, whenever its inputs changed.
    @Test
    void scoresWhatChangesMeanwhileByBothModels() {
        var backlog = large.scored();
        var job = acceptedJob(chooseModel(backlog, "WSJF"), "SCORING_MODEL");
        executor.advance(job);

        // Number 1 is scored by the new model already, number 5,001 not yet.
        backlogs.describe(backlog, 1, 20, 20, 1);
        backlogs.describe(backlog, ITEMS, 20, 20, 1);
        score(backlog, 1).body("model.kind", equalTo("WEIGHTED"));
        worker.runOpenJobs();

        for (var number : List.of(1, ITEMS)) {
            score(backlog, number).body("model.kind", equalTo("WSJF")).body("score", equalTo(40f));
            assertThat(stored(backlog, number)).isEqualTo("40.000000");
        }
    }

    /// An older version of this service scores by the model that it knows only.
    @Test
    void scoresAnewWhatAnOlderVersionHasChangedMeanwhile() {
        var backlog = large.scored();
        var job = acceptedJob(chooseModel(backlog, "WSJF"), "SCORING_MODEL");
        while (doneOf(job) < ITEMS) {
            executor.advance(job);
        }
        database.update(
                """
                update item set value = 20, time_criticality = 20, estimate = 1, version = version + 1
                where product_id = :product and number <= 1500
                """,
                update -> update.bind("product", backlog.product()));
        worker.runOpenJobs();

        job(backlog, job).body("status", equalTo("SUCCEEDED"));
        for (var number : List.of(1, 1_000, 1_500)) {
            score(backlog, number).body("score", equalTo(40f));
            assertThat(stored(backlog, number)).isEqualTo("40.000000");
        }
    }

    private int doneOf(UUID job) {
        return database.query(
                "select done from job where id = :job",
                query -> query.bind("job", job).mapTo(Integer.class).one());
    }

    @Test
    void publishesTheModelAndTheLargestScoreChangesOnce() {
        var backlog = large.scored();

        var job = acceptedJob(chooseModel(backlog, "WSJF"), "SCORING_MODEL");
        worker.runOpenJobs();

        var told = new RecordedEvents(dataSource).of(backlog.product());
        assertThat(told)
                .filteredOn(event -> event.aggregateType().equals("scoring-model"))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.version()).isEqualTo(1);
                    assertThat(event.actor()).isEqualTo(backlog.member("OWNER"));
                });
        var scores =
                requireNonNull(
                        told.stream()
                                .filter(event -> event.aggregateType().equals("scores"))
                                .toList()
                                .getLast()
                                .state());
        assertThat(scores.get("movers")).hasSize(50);
        assertThat(scores.at("/model/kind").asText()).isEqualTo("WSJF");
        job(backlog, job).body("counts.changed", equalTo(scores.get("count").asInt()));
    }

    @Test
    void letsNobodyChooseAnotherOneMeanwhile() {
        var backlog = large.scored();
        var job = acceptedJob(chooseModel(backlog, "WSJF"), "SCORING_MODEL");

        chooseModel(backlog, "RICE")
                .then()
                .statusCode(409)
                .header("Retry-After", equalTo("1"))
                .body("code", equalTo("scoring-busy"))
                .body("job", endsWith("/api/v1/jobs/" + job));
        worker.runOpenJobs();

        acceptedJob(chooseModel(backlog, "RICE"), "SCORING_MODEL");
        worker.runOpenJobs();
        model(backlog).body("version", equalTo(2)).body("kind", equalTo("RICE"));
    }

    @Test
    void goesOnWhenItsWorkerDiesInAnyStep() {
        var backlog = large.scored();
        var job = acceptedJob(chooseModel(backlog, "WSJF"), "SCORING_MODEL");

        while (large.isOpen(job)) {
            assertThatThrownBy(() -> large.dieAfterAStepOf(job)).isNotNull();
            executor.advance(job);
        }

        job(backlog, job)
                .body("status", equalTo("SUCCEEDED"))
                .body("progress.done", equalTo(ITEMS));
        assertThat(versions(backlog)).containsExactly(1L);
    }

    private static ValidatableResponse model(Backlog backlog) {
        return as(backlog.member("OWNER"))
                .get("/products/" + backlog.product() + "/scoring-models/active")
                .then();
    }

    private static ValidatableResponse score(Backlog backlog, int number) {
        return as(backlog.member("OWNER")).get("/items/" + backlog.item(number) + "/score").then();
    }

    private List<String> scores(Backlog backlog) {
        return database.query(
                "select cast(score as text) from item_score where product_id = :p order by item_id",
                query -> query.bind("p", backlog.product()).mapTo(String.class).list());
    }

    private String stored(Backlog backlog, int number) {
        return database.query(
                "select cast(score as text) from item_score where item_id = :item",
                query -> query.bind("item", backlog.item(number)).mapTo(String.class).one());
    }

    private List<Long> versions(Backlog backlog) {
        return database.query(
                "select distinct model_version from item_score where product_id = :p",
                query -> query.bind("p", backlog.product()).mapTo(Long.class).list());
    }
}
