package dev.steward.backlog.job;

import static dev.steward.backlog.Api.as;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import dev.steward.backlog.Backlog;
import dev.steward.backlog.Backlogs;
import dev.steward.platform.database.Database;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;

/// Products that are too large for one request, and the jobs about them.
@ApplicationScoped
class LargeBacklogs {

    static final int ITEMS = 5_001;

    private final Backlogs backlogs;
    private final JobStepExecutor executor;
    private final Database database;

    LargeBacklogs(Backlogs backlogs, JobStepExecutor executor, Database database) {
        this.backlogs = backlogs;
        this.executor = executor;
        this.database = database;
    }

    Backlog scored() {
        var backlog = backlogs.withItems(ITEMS);
        backlogs.describeAll(backlog);
        return backlog;
    }

    static Response chooseModel(Backlog backlog, String kind) {
        return as(backlog.member("OWNER"))
                .request()
                .header("If-Match", "*")
                .body(Map.of("kind", kind))
                .put("/api/v1/products/" + backlog.product() + "/scoring-models/active");
    }

    static Response applyProposal(Backlog backlog) {
        return as(backlog.member("OWNER"))
                .post(
                        "/products/" + backlog.product() + "/order/proposal/apply",
                        Map.of("orderVersion", 0, "reason", "As scored"));
    }

    /// @return the id of the job that was created instead of an answer
    static UUID acceptedJob(Response answer, String kind) {
        answer.then()
                .statusCode(202)
                .header("Retry-After", equalTo("1"))
                .header("Location", endsWith("/api/v1/jobs/" + answer.path("id")))
                .body("kind", equalTo(kind));
        return UUID.fromString(answer.path("id"));
    }

    static ValidatableResponse job(Backlog backlog, UUID job) {
        return as(backlog.member("DEVELOPER")).get("/jobs/" + job).then().statusCode(200);
    }

    boolean isOpen(UUID job) {
        return database.query(
                "select ended_at is null from job where id = :job",
                query -> query.bind("job", job).mapTo(Boolean.class).one());
    }

    /// Does a step, but its session ends before it commits.
    void dieAfterAStepOf(UUID job) {
        QuarkusTransaction.requiringNew()
                .timeout(60)
                .run(() -> {
                    executor.advance(job);
                    database.query(
                            "select pg_terminate_backend(pg_backend_pid())",
                            query -> query.mapTo(Boolean.class).one());
                });
    }

    /// Rows that a job has stored in a table.
    long stored(String table, UUID job) {
        return database.query(
                "select count(*) from " + table + " where job_id = :job",
                query -> query.bind("job", job).mapTo(Long.class).one());
    }
}
