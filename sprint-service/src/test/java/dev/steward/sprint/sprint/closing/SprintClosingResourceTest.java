package dev.steward.sprint.sprint.closing;

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
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SprintClosingResourceTest {

    @Inject DataSource database;

    private SprintFixture fixture;

    @BeforeEach
    void aTeam() {
        fixture = SprintFixture.withTeam();
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
