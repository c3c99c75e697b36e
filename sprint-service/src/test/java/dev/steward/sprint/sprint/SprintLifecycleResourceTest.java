package dev.steward.sprint.sprint;

import static dev.steward.sprint.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.steward.platform.testing.GoldenSample;
import dev.steward.platform.testing.RecordedEvents;
import dev.steward.sprint.SprintFixture;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class SprintLifecycleResourceTest {

    @Inject DataSource database;

    private SprintFixture fixture;

    @BeforeEach
    void aTeam() {
        fixture = SprintFixture.withTeam();
    }

    @Test
    void theStartFreezesTheForecast() {
        var items = fixture.readyItems(3, 5);
        var sprint = fixture.planned(items);
        fixture.start(sprint)
                .then()
                .statusCode(200)
                .body("status", equalTo("ACTIVE"))
                .body("plannedPoints", equalTo(8))
                .body("plannedItems", equalTo(2))
                .body("version", equalTo(2));
        fixture.select("olivia", sprint, fixture.readyItems(13));
        as("sam")
                .get("/sprints/" + sprint)
                .then()
                .body("plannedPoints", equalTo(8))
                .body("scope.points", equalTo(21));
        GoldenSample.assertMatches(
                "sprint", "sprint.started", new RecordedEvents(database).of(sprint).getLast());
    }

    @Test
    void aStartNeedsAGoalAndDates() {
        UUID sprint =
                UUID.fromString(
                        as("sam")
                                .post(
                                        fixture.products() + "/sprints",
                                        Map.of("teamId", fixture.team(), "name", "Bare"))
                                .path("id"));
        fixture.start(sprint)
                .then()
                .statusCode(409)
                .body("code", equalTo("sprint-is-incomplete"))
                .body("missing", contains("goal", "startDate", "endDate"));
    }

    @Test
    void aTeamIsInOneSprintAtATime() {
        fixture.active(List.of());
        fixture.start(fixture.sprint())
                .then()
                .statusCode(409)
                .body("code", equalTo("team-has-active-sprint"));
    }

    @Test
    void ofManyStartsAtOnceExactlyOneWins() throws Exception {
        var sprints = Stream.generate(() -> fixture.sprint()).limit(6).toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers =
                    threads.invokeAll(
                            sprints.stream()
                                    .<Callable<Integer>>map(
                                            sprint -> () -> fixture.start(sprint).statusCode())
                                    .toList());
            assertThat(answers.stream().map(Future::resultNow))
                    .containsOnly(200, 409)
                    .containsOnlyOnce(200);
        }
    }

    @Test
    void isStartedOnce() {
        var sprint = fixture.active(List.of());
        fixture.start(sprint).then().statusCode(409).body("code", equalTo("sprint-is-active"));
    }

    @ParameterizedTest
    @CsvSource({"olivia,200", "sam,200", "dana,200", "max,403", "stella,403", "otto,404"})
    void onlyThoseWithTheRightStart(String subject, int status) {
        as(subject).post("/sprints/" + fixture.sprint() + "/start", null).then().statusCode(status);
    }

    @Test
    void closingDecidesOnEachOpenItem() {
        var items = fixture.readyItems(1, 2, 4);
        var sprint = fixture.active(items);
        var next = fixture.sprint();
        fixture.finish(items.get(0));
        close(sprint, Map.of(items.get(1), "NEXT", items.get(2), "BACKLOG"))
                .then()
                .statusCode(200)
                .body("status", equalTo("CLOSED"))
                .body("completedPoints", equalTo(1))
                .body("completedItems", equalTo(1))
                .body("scope.items", equalTo(3))
                .body("scope.remainingPoints", equalTo(6));
        work(items.get(0)).body("status", equalTo("DONE")).body("sprint", nullValue());
        work(items.get(1))
                .body("status", equalTo("SELECTED"))
                .body("sprint.id", equalTo(next.toString()));
        work(items.get(2)).body("status", equalTo("NONE")).body("sprint", nullValue());
        as("sam")
                .get("/sprints/" + next)
                .then()
                .body("scope.points", equalTo(2))
                .body("scope.items", equalTo(1));
    }

    @Test
    void publishesAnEventForEachItem() {
        var items = fixture.readyItems(1, 2, 4);
        var sprint = fixture.active(items);
        fixture.sprint();
        fixture.finish(items.getFirst());
        close(sprint, Map.of(items.get(1), "NEXT", items.get(2), "BACKLOG")).then().statusCode(200);
        var events = new RecordedEvents(database);
        GoldenSample.assertMatches("sprint", "sprint.closed", events.of(sprint).getLast());
        GoldenSample.assertMatches(
                "sprint", "work.concluded", events.of(items.getFirst()).getLast());
        GoldenSample.assertMatches("sprint", "work.carried", events.of(items.get(1)).getLast());
        GoldenSample.assertMatches("sprint", "work.returned", events.of(items.get(2)).getLast());
    }

    @Test
    void aDecisionIsMissing() {
        var items = fixture.readyItems(1, 2);
        var sprint = fixture.active(items);
        close(sprint, Map.of(items.getFirst(), "BACKLOG", UUID.randomUUID(), "BACKLOG"))
                .then()
                .statusCode(409)
                .body("code", equalTo("decisions-do-not-fit"))
                .body("missing", contains(fixture.keyOf(items.getLast())));
    }

    @Test
    void nextNeedsASprintThatComesNext() {
        var sprint = fixture.active(fixture.readyItems(1));
        fixture.close(sprint, "NEXT")
                .then()
                .statusCode(409)
                .body("code", equalTo("no-next-sprint"));
        as("sam").get("/sprints/" + sprint).then().body("status", equalTo("ACTIVE"));
    }

    @Test
    void ofSeveralPlannedSprintsTheOneThatBeginsFirstIsNext() {
        var items = fixture.readyItems(1);
        var sprint = fixture.active(items);
        fixture.sprint("2026-02-09", "2026-02-20");
        var soon = fixture.sprint("2026-01-26", "2026-02-06");
        fixture.close(sprint, "NEXT").then().statusCode(200);
        work(items.getFirst()).body("sprint.id", equalTo(soon.toString()));
    }

    @Test
    void whatWasCarriedCanBeTakenUpInTheNextSprint() {
        var items = fixture.readyItems(8);
        var first = fixture.active(items);
        var second = fixture.sprint();
        fixture.work(items.getFirst(), Map.of("status", "IN_PROGRESS"));
        fixture.close(first, "NEXT").then().statusCode(200);
        fixture.start(second).then().statusCode(200).body("plannedPoints", equalTo(8));
        fixture.finish(items.getFirst());
        fixture.close(second, "BACKLOG").then().body("completedPoints", equalTo(8));
        as("sam").get("/sprints/" + first).then().body("completedPoints", equalTo(0));
    }

    @Test
    void cancellingIsTheOwnersAndSaysWhy() {
        var items = fixture.readyItems(3, 5);
        var sprint = fixture.active(items);
        fixture.finish(items.getFirst());
        as("sam").post(path(sprint, "cancel"), Map.of("reason", "no")).then().statusCode(403);
        as("olivia").post(path(sprint, "cancel"), Map.of()).then().statusCode(422);
        as("olivia")
                .post(path(sprint, "cancel"), Map.of("reason", "The market is gone."))
                .then()
                .statusCode(200)
                .body("status", equalTo("CANCELLED"));
        work(items.getFirst()).body("status", equalTo("DONE")).body("sprint", nullValue());
        work(items.getLast()).body("status", equalTo("NONE"));
        GoldenSample.assertMatches(
                "sprint", "sprint.cancelled", new RecordedEvents(database).of(sprint).getLast());
    }

    @Test
    void theLedgerOfAClosedSprintIsTheOneItHad() {
        var items = fixture.readyItems(3, 5);
        var sprint = fixture.active(items);
        fixture.finish(items.getFirst());
        fixture.close(sprint, "BACKLOG");
        List<String> kinds = as("stella").get(path(sprint, "ledger")).path("items.kind");
        assertThat(kinds)
                .containsExactly(
                        "ADDED",
                        "ADDED",
                        "SPRINT_STARTED",
                        "STARTED",
                        "COMPLETED",
                        "RETURNED",
                        "SPRINT_CLOSED");
        fixture.work(items.getFirst(), Map.of("status", "IN_PROGRESS", "reason", "It broke."))
                .then()
                .statusCode(200);
        assertThat(as("stella").get(path(sprint, "ledger")).<List<String>>path("items.kind"))
                .isEqualTo(kinds);
    }

    @Test
    void ledgerTimesRiseStrictlyAndPagesFollow() {
        var sprint = fixture.planned(fixture.readyItems(1, 2, 3, 5, 8));
        var first = as("sam").get(path(sprint, "ledger") + "?limit=3");
        var second =
                as("sam")
                        .get(path(sprint, "ledger") + "?limit=3&cursor=" + first.path("page.next"));
        List<String> times = new java.util.ArrayList<>(first.<List<String>>path("items.at"));
        times.addAll(second.<List<String>>path("items.at"));
        assertThat(times.stream().map(java.time.Instant::parse))
                .hasSize(5)
                .isSorted()
                .doesNotHaveDuplicates();
        second.then()
                .body("page.next", nullValue())
                .body("items.by.subject", contains("sam", "sam"));
    }

    @Test
    void nobodyRewritesTheLedger() {
        fixture.planned(fixture.readyItems(1));
        for (var sql :
                List.of(
                        "update ledger_entry set effect = 0",
                        "delete from ledger_entry",
                        "truncate ledger_entry")) {
            assertThat(
                            org.assertj.core.api.Assertions.catchThrowable(() -> {
                                try (var connection = database.getConnection();
                                        var statement = connection.createStatement()) {
                                    statement.execute(sql);
                                }
                            }))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void aRepeatedCloseGetsTheFirstAnswer() {
        var sprint = fixture.active(fixture.readyItems(1));
        var key = UUID.randomUUID().toString();
        for (var replayed : java.util.Arrays.asList(null, "true")) {
            as("sam")
                    .request()
                    .header("Idempotency-Key", key)
                    .body("{\"others\": \"BACKLOG\"}")
                    .post("/api/v1" + path(sprint, "close"))
                    .then()
                    .statusCode(200)
                    .header("Idempotency-Replayed", equalTo(replayed));
        }
        as("sam")
                .get(path(sprint, "ledger") + "?limit=1")
                .then()
                .body("items", org.hamcrest.Matchers.not(empty()));
    }

    private static io.restassured.response.ValidatableResponse work(UUID item) {
        return as("dana").get("/items/" + item + "/work").then();
    }

    private static io.restassured.response.Response close(
            UUID sprint, Map<UUID, String> decisions) {
        var list =
                decisions.entrySet().stream()
                        .map(one -> Map.of("itemId", one.getKey(), "decision", one.getValue()))
                        .toList();
        return as("sam").post(path(sprint, "close"), Map.of("decisions", list));
    }

    private static String path(UUID sprint, String what) {
        return "/sprints/" + sprint + "/" + what;
    }
}
