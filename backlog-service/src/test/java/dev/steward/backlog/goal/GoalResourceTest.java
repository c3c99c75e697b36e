package dev.steward.backlog.goal;

import static dev.steward.backlog.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.steward.backlog.Backlog;
import dev.steward.backlog.Backlogs;
import dev.steward.platform.testing.GoldenSample;
import dev.steward.platform.testing.RecordedEvents;
import dev.steward.platform.testing.StatementCount;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Goals of a product over HTTP.
@QuarkusTest
class GoalResourceTest {

    private static final String GIVEN_UP = "{\"reason\":\"The market moved on.\"}";

    @Inject Backlogs backlogs;

    @Inject DataSource dataSource;

    @Inject StatementCount statements;

    private Backlog backlog;

    @BeforeEach
    void begin() {
        backlog = backlogs.withItems(0);
    }

    @Test
    void isProposedAndReadByAll() {
        var proposed =
                as(owner())
                        .post(
                                goals(),
                                Map.of(
                                        "title",
                                        "Come back",
                                        "description",
                                        "Half **return**.",
                                        "targetDate",
                                        "2027-06-30",
                                        "measure",
                                        "50 %"));
        proposed.then()
                .statusCode(201)
                .header("ETag", equalTo("\"1\""))
                .header("Location", endsWith("/api/v1/goals/" + proposed.path("id")))
                .body("status", equalTo("PROPOSED"))
                .body("productId", equalTo(backlog.product().toString()))
                .body("createdBy.subject", equalTo(owner()))
                .body("activatedAt", nullValue())
                .body("version", equalTo(1));

        as(backlog.member("STAKEHOLDER"))
                .get("/goals/" + proposed.path("id"))
                .then()
                .statusCode(200)
                .body("description", equalTo("Half **return**."))
                .body("targetDate", equalTo("2027-06-30"))
                .body("measure", equalTo("50 %"));
    }

    @Test
    void isPursuedAndAchieved() {
        var goal = propose("Come back");
        step(goal, "achieve").then().statusCode(409).body("code", equalTo("goal-is-proposed"));

        step(goal, "activate")
                .then()
                .statusCode(200)
                .body("status", equalTo("ACTIVE"))
                .body("activatedAt", notNullValue())
                .body("version", equalTo(2));
        step(goal, "activate").then().statusCode(409).body("code", equalTo("goal-is-active"));
        step(goal, "achieve")
                .then()
                .statusCode(200)
                .body("status", equalTo("ACHIEVED"))
                .body("endedAt", notNullValue());

        as(owner())
                .patch("/goals/" + goal, "*", "{\"title\":\"Rewritten history\"}")
                .then()
                .statusCode(409)
                .body("code", equalTo("goal-is-achieved"));
    }

    @Test
    void isNotGivenUpWithoutAReason() {
        var goal = propose("Come back");
        step(goal, "activate").then().statusCode(200);

        as(owner())
                .post("/goals/" + goal + "/abandon", "{}")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/reason"));
        as(owner())
                .post("/goals/" + goal + "/abandon", GIVEN_UP)
                .then()
                .statusCode(200)
                .body("status", equalTo("ABANDONED"))
                .body("reason", equalTo("The market moved on."));
    }

    @Test
    void waitsUntilTheActiveOneHasEnded() {
        var first = propose("First");
        var second = propose("Second");
        step(first, "activate").then().statusCode(200);

        step(second, "activate")
                .then()
                .statusCode(409)
                .body("code", equalTo("another-goal-is-active"))
                .body("goal.id", equalTo(first))
                .body("goal.title", equalTo("First"));
        step(first, "achieve").then().statusCode(200);
        step(second, "activate").then().statusCode(200);
    }

    @Test
    void letsExactlyOneOfRacingGoalsBecomeActive() throws Exception {
        var racing = IntStream.range(0, 6).mapToObj(i -> propose("Goal " + i)).toList();
        try (var people = Executors.newCachedThreadPool()) {
            var answers =
                    racing.stream()
                            .map(goal -> people.submit(() -> step(goal, "activate").statusCode()))
                            .toList();
            var won = 0;
            for (var answer : answers) {
                assertThat(answer.get()).isIn(200, 409);
                won += answer.get() == 200 ? 1 : 0;
            }
            assertThat(won).isEqualTo(1);
        }
    }

    @Test
    void isUpdatedByWhoeverHasReadIt() {
        var goal = "/goals/" + propose("Come back");

        as(owner())
                .patch(goal, "\"1\"", "{\"measure\":\"60 %\",\"targetDate\":null}")
                .then()
                .statusCode(200)
                .body("measure", equalTo("60 %"))
                .body("version", equalTo(2));
        as(owner())
                .patch(goal, "\"1\"", "{\"measure\":\"70 %\"}")
                .then()
                .statusCode(412)
                .body("current.measure", equalTo("60 %"));
        as(owner())
                .request()
                .header("If-Match", "\"1\"")
                .post("/api/v1" + goal + "/activate")
                .then()
                .statusCode(412)
                .body("current.status", equalTo("PROPOSED"));
        as(owner()).patch(goal, "*", "{\"title\":null}").then().statusCode(422);
        as(owner()).patch(goal, "*", "{\"status\":\"ACTIVE\"}").then().statusCode(400);
        as(owner())
                .request()
                .contentType("application/merge-patch+json")
                .body("{}")
                .patch("/api/v1" + goal)
                .then()
                .statusCode(428);
    }

    @Test
    void isListedTheNewestFirst() {
        var first = propose("First");
        var second = propose("Second");
        var third = propose("Third");
        step(second, "activate").then().statusCode(200);

        var page = as(backlog.member("DEVELOPER")).get(goals() + "?limit=2");
        page.then()
                .statusCode(200)
                .body("items.id", contains(third, second))
                .body("items[0].description", nullValue());
        as(owner())
                .get(goals() + "?limit=2&cursor=" + page.path("page.next"))
                .then()
                .body("items.id", contains(first))
                .body("page.next", nullValue());
        as(owner())
                .get(goals() + "?status=ACTIVE,ACHIEVED&include=description")
                .then()
                .body("items.id", contains(second))
                .body("items[0].description", equalTo("Why"));
        as(owner()).get(goals() + "?status=WON").then().statusCode(422);
        as(owner())
                .get(goals() + "?status=ACTIVE&cursor=" + page.path("page.next"))
                .then()
                .statusCode(400);
    }

    @Test
    void aPageIsOneStatement() {
        for (var title : List.of("First", "Second", "Third")) {
            propose(title);
        }
        // One of them reads the caller's rights.
        assertThat(statements.of(() -> as(owner()).get(goals()).then().statusCode(200)))
                .isEqualTo(2);
    }

    @Test
    void onlyTheOwnerMayChangeIt() {
        var goal = propose("Come back");

        as(backlog.member("MANAGER"))
                .post(goals(), Map.of("title", "Mine"))
                .then()
                .statusCode(403)
                .body("code", equalTo("proposals-not-available"));
        as(backlog.member("DEVELOPER"))
                .post("/goals/" + goal + "/activate")
                .then()
                .statusCode(403)
                .body("right", equalTo("PRODUCT_GOAL"));
        as("a-stranger").get("/goals/" + goal).then().statusCode(404);
        as("a-stranger").post("/goals/" + goal + "/activate").then().statusCode(404);
    }

    @Test
    void eventsMatchTheContract() {
        var achieved = propose("Come back");
        as(owner()).patch("/goals/" + achieved, "*", "{\"measure\":\"60 %\"}");
        step(achieved, "activate").then().statusCode(200);
        step(achieved, "achieve").then().statusCode(200);
        var abandoned = propose("Stay");
        step(abandoned, "activate").then().statusCode(200);
        as(owner()).post("/goals/" + abandoned + "/abandon", GIVEN_UP).then().statusCode(200);

        var told = new RecordedEvents(dataSource).of(UUID.fromString(achieved));
        assertThat(told)
                .extracting(RecordedEvents.Recorded::version)
                .containsExactly(1L, 2L, 3L, 4L);
        GoldenSample.assertMatches("backlog", "goal.proposed", told.get(0));
        GoldenSample.assertMatches("backlog", "goal.edited", told.get(1));
        GoldenSample.assertMatches("backlog", "goal.activated", told.get(2));
        GoldenSample.assertMatches("backlog", "goal.achieved", told.get(3));
        GoldenSample.assertMatches(
                "backlog",
                "goal.abandoned",
                new RecordedEvents(dataSource).of(UUID.fromString(abandoned)).getLast());
    }

    private String propose(String title) {
        return as(owner())
                .post(
                        goals(),
                        Map.of(
                                "title", title,
                                "description", "Why",
                                "targetDate", "2027-06-30",
                                "measure", "50 %"))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private Response step(String goal, String step) {
        return as(owner()).post("/goals/" + goal + "/" + step);
    }

    private String goals() {
        return "/products/" + backlog.product() + "/goals";
    }

    private String owner() {
        return backlog.member("OWNER");
    }
}
