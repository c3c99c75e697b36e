package dev.steward.backlog.job;

import static dev.steward.backlog.Api.as;
import static dev.steward.backlog.job.LargeBacklogs.acceptedJob;
import static dev.steward.backlog.job.LargeBacklogs.applyProposal;
import static dev.steward.backlog.job.LargeBacklogs.job;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.steward.backlog.Backlog;
import dev.steward.platform.database.Database;
import dev.steward.platform.testing.RecordedEvents;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/// A proposal for more items than one request reorders.
@QuarkusTest
class LargeOrderTest {

    @Inject LargeBacklogs large;
    @Inject JobWorker worker;
    @Inject JobStepExecutor executor;
    @Inject Database database;
    @Inject DataSource dataSource;

    @Test
    void isAppliedByAJobThatShowsItToReadersAtOnce() {
        var backlog = large.scored();
        var before = order(backlog);

        var job = acceptedJob(applyProposal(backlog), "ORDER_PROPOSAL");
        job(backlog, job).body("status", equalTo("PENDING")).body("progress.done", equalTo(0));
        executor.advance(job);
        assertThat(order(backlog)).isEqualTo(before);
        executor.advance(job);
        var after = order(backlog);
        assertThat(after).isNotEqualTo(before).containsExactlyInAnyOrderElementsOf(before);
        job(backlog, job).body("status", equalTo("RUNNING")).body("progress.items", greaterThan(0));
        worker.runOpenJobs();

        job(backlog, job)
                .body("status", equalTo("SUCCEEDED"))
                .body("resultVersion", equalTo(1))
                .body("errors", empty())
                .body("endedAt", notNullValue());
        assertThat(order(backlog)).isEqualTo(after);
        as(owner(backlog))
                .get(path(backlog) + "/proposal")
                .then()
                .body("orderVersion", equalTo(1))
                .body("counts.moves", equalTo(0));
    }

    @Test
    void publishesItsEventInConsecutiveParts() {
        var backlog = large.scored();

        var job = acceptedJob(applyProposal(backlog), "ORDER_PROPOSAL");
        worker.runOpenJobs();

        var parts =
                new RecordedEvents(dataSource)
                        .of(backlog.product()).stream()
                                .filter(event -> event.aggregateType().equals("order"))
                                .toList();
        assertThat(parts)
                .extracting(RecordedEvents.Recorded::version)
                .isEqualTo(LongStream.rangeClosed(1, parts.size()).boxed().toList());
        assertThat(parts)
                .allSatisfy(part -> {
                    assertThat(part.change().get("parts").asInt()).isEqualTo(parts.size());
                    assertThat(part.change().get("part").asLong()).isEqualTo(part.version());
                    assertThat(part.change().get("moves")).hasSizeLessThanOrEqualTo(1_000);
                    assertThat(part.change().get("kind").asText()).isEqualTo("PROPOSAL");
                });
        var told = parts.stream().mapToInt(part -> part.change().get("moves").size()).sum();
        job(backlog, job).body("counts.changed", equalTo(told));
        as(owner(backlog))
                .get(path(backlog) + "/history")
                .then()
                .body("items.size()", equalTo(1))
                .body("items[0].reason", equalTo("As scored"))
                .body("items[0].count", equalTo(told));
        assertThat(large.stored("order_change", job)).isZero();
    }

    @Test
    void letsNobodyMoveAnythingMeanwhile() {
        var backlog = large.scored();
        var job = acceptedJob(applyProposal(backlog), "ORDER_PROPOSAL");
        var move = Map.of("items", List.of(backlog.item(2)), "to", "TOP");

        as(owner(backlog))
                .post(path(backlog), move)
                .then()
                .statusCode(409)
                .header("Retry-After", equalTo("1"))
                .body("code", equalTo("order-busy"))
                .body("job", endsWith("/api/v1/jobs/" + job));
        applyProposal(backlog).then().statusCode(409).body("code", equalTo("order-busy"));
        worker.runOpenJobs();

        as(owner(backlog)).post(path(backlog), move).then().statusCode(200);
    }

    /// When a worker dies in a step, nothing of the step is done, and the next worker does it.
    @Test
    void goesOnWhenItsWorkerDiesInAnyStep() {
        var backlog = large.scored();
        var job = acceptedJob(applyProposal(backlog), "ORDER_PROPOSAL");

        while (large.isOpen(job)) {
            assertThatThrownBy(() -> large.dieAfterAStepOf(job)).isNotNull();
            executor.advance(job);
        }

        job(backlog, job).body("status", equalTo("SUCCEEDED"));
        as(owner(backlog)).get(path(backlog) + "/proposal").then().body("counts.moves", equalTo(0));
    }

    @Test
    void failsWhereNoOrderKeepsAllPinsAndLetsTheOrderGo() {
        var backlog = large.scored();
        for (var item : List.of(1, 2)) {
            as(owner(backlog))
                    .post(
                            "/products/" + backlog.product() + "/pins",
                            Map.of("itemId", backlog.item(item), "place", "TOP", "reason", "Fair"))
                    .then()
                    .statusCode(201);
        }
        var job = acceptedJob(applyProposal(backlog), "ORDER_PROPOSAL");

        worker.runOpenJobs();

        job(backlog, job)
                .body("status", equalTo("FAILED"))
                .body("errors.code", equalTo(List.of("contradicting-pins")))
                .body("resultVersion", nullValue());
        as(owner(backlog))
                .post(path(backlog), Map.of("items", List.of(backlog.item(3)), "to", "TOP"))
                .then()
                .statusCode(200);
    }

    @Test
    void isHiddenFromNonMembers() {
        var backlog = large.scored();
        var job = acceptedJob(applyProposal(backlog), "ORDER_PROPOSAL");

        as("a-stranger").get("/jobs/" + job).then().statusCode(404);
        as(owner(backlog)).get("/jobs/" + UUID.randomUUID()).then().statusCode(404);
        as(owner(backlog)).get("/jobs/none").then().statusCode(404);
        as(backlog.member("STAKEHOLDER")).get("/jobs/" + job).then().statusCode(200);
        worker.runOpenJobs();
    }

    private List<UUID> order(Backlog backlog) {
        return database.query(
                "select item_id from item_rank where product_id = :p order by rank",
                query -> query.bind("p", backlog.product()).mapTo(UUID.class).list());
    }

    private static String path(Backlog backlog) {
        return "/products/" + backlog.product() + "/order";
    }

    private static String owner(Backlog backlog) {
        return backlog.member("OWNER");
    }
}
