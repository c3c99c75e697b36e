package dev.steward.sprint.sprint.planning;

import static dev.steward.sprint.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.steward.platform.testing.GoldenSample;
import dev.steward.platform.testing.RecordedEvents;
import dev.steward.platform.testing.StatementCount;
import dev.steward.sprint.ProductFixture;
import dev.steward.sprint.SprintFixture;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class SprintResourceTest {

    @Inject DataSource database;
    @Inject StatementCount statements;

    private SprintFixture fixture;

    @BeforeEach
    void aTeam() {
        fixture = SprintFixture.withTeam();
    }

    @Test
    void createsASprint() {
        as("sam")
                .post(
                        fixture.products() + "/sprints",
                        fixture.newSprint("2026-01-12", "2026-01-23"))
                .then()
                .statusCode(201)
                .header("Location", matchesPattern(".*/api/v1/sprints/[0-9a-f-]{36}"))
                .header("Steward-Version", matchesPattern("sprint:[0-9a-f-]{36}@1"))
                .body("status", equalTo("PLANNED"))
                .body("team.id", equalTo(fixture.team().toString()))
                .body("goal", equalTo("Customers pay by invoice"))
                .body("endDate", equalTo("2026-01-23"))
                .body("scope.items", equalTo(0))
                .body("version", equalTo(1));
    }

    @Test
    void goalAndDatesMayComeLater() {
        as("sam")
                .post(
                        fixture.products() + "/sprints",
                        Map.of("teamId", fixture.team(), "name", "Some day"))
                .then()
                .statusCode(201)
                .body("goal", nullValue());
    }

    @ParameterizedTest
    @CsvSource({"olivia,201", "sam,201", "dana,201", "max,403", "stella,403", "otto,404"})
    void onlyThoseWithTheRightPlan(String subject, int status) {
        as(subject)
                .post(
                        fixture.products() + "/sprints",
                        fixture.newSprint("2026-01-12", "2026-01-23"))
                .then()
                .statusCode(status);
    }

    @Test
    void refusesDatesThatMakeNoSprint() {
        as("sam")
                .post(
                        fixture.products() + "/sprints",
                        fixture.newSprint("2026-01-12", "2026-02-12"))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/endDate"))
                .body("errors[0].code", equalTo("too-long"));
    }

    @Test
    void refusesDatesFarFromToday() {
        as("sam")
                .post(
                        fixture.products() + "/sprints",
                        fixture.newSprint("1999-01-11", "1999-01-22"))
                .then()
                .statusCode(422)
                .body("errors.pointer", equalTo(List.of("/startDate", "/endDate")))
                .body("errors[0].code", equalTo("out-of-range"))
                .body("errors[0].message", containsString("within 2 years of today"))
                .body("errors[0].params.min", notNullValue());
        var sprint = fixture.sprint();
        var far = Map.of("startDate", "2199-01-11", "endDate", "2199-01-22");
        as("sam").patch("/sprints/" + sprint, "*", far).then().statusCode(422);
    }

    /// 60 of these are more than a mebibyte.
    @Test
    void aPageOfLongGoalsEndsBeforeItsLimit() {
        var newSprint = fixture.newSprint("2026-01-12", "2026-01-23");
        newSprint.put("goal", "🚀".repeat(2_000));
        List<String> planned = new ArrayList<>();
        for (var i = 0; i < 60; i++) {
            planned.add(as("sam").post(fixture.products() + "/sprints", newSprint).path("id"));
        }
        var list = fixture.products() + "/sprints?limit=500";
        var page = as("sam").get(list);
        List<String> found = new ArrayList<>(page.<List<String>>path("items.id"));
        assertThat(found).hasSizeBetween(30, 50);
        assertThat(page.asByteArray().length).isLessThan(1_100_000);
        page = as("sam").get(list + "&cursor=" + page.path("page.next"));
        found.addAll(page.path("items.id"));
        assertThat(found).containsAll(planned).doesNotHaveDuplicates();
    }

    @Test
    void theTeamIsOneOfTheProduct() {
        var newSprint = fixture.newSprint("2026-01-12", "2026-01-23");
        newSprint.put("teamId", UUID.randomUUID());
        as("sam")
                .post(fixture.products() + "/sprints", newSprint)
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("unknown-team"));
    }

    @Test
    void recordsPlanningAndEditingAsEvents() {
        var sprint = fixture.sprint();
        as("dana")
                .patch("/sprints/" + sprint, "\"1\"", Map.of("name", "Invoices"))
                .then()
                .statusCode(200)
                .body("name", equalTo("Invoices"))
                .body("version", equalTo(2));
        var events = new RecordedEvents(database).of(sprint);
        GoldenSample.assertMatches("sprint", "sprint.planned", events.getFirst());
        GoldenSample.assertMatches("sprint", "sprint.edited", events.getLast());
    }

    @Test
    void aStaleEditShowsTheCurrentSprint() {
        var sprint = fixture.sprint();
        as("dana").patch("/sprints/" + sprint, "\"1\"", Map.of("name", "First"));
        as("sam")
                .patch("/sprints/" + sprint, "\"1\"", Map.of("name", "Lost"))
                .then()
                .statusCode(412)
                .body("current.name", equalTo("First"));
    }

    @Test
    void anEndedSprintDoesNotChange() {
        var sprint = fixture.active(List.of());
        fixture.close(sprint, "BACKLOG").then().statusCode(200);
        as("sam")
                .patch("/sprints/" + sprint, "*", Map.of("name", "Nicer"))
                .then()
                .statusCode(409)
                .body("code", equalTo("sprint-is-closed"));
    }

    @Test
    void anotherTeamIsAnotherSprint() {
        as("sam")
                .patch("/sprints/" + fixture.sprint(), "*", Map.of("teamId", UUID.randomUUID()))
                .then()
                .statusCode(400);
    }

    @Test
    void listsSprintsNewestFirstPageByPage() {
        var mine = SprintFixture.withTeamIn(ProductFixture.withEverybody());
        var first = mine.sprint();
        var second = mine.sprint();
        var third = mine.active(List.of());
        var page = as("stella").get(mine.products() + "/sprints?limit=2");
        page.then().statusCode(200).body("items.id", contains(third.toString(), second.toString()));
        as("stella")
                .get(mine.products() + "/sprints?limit=2&cursor=" + page.path("page.next"))
                .then()
                .body("items.id", contains(first.toString()));
        as("stella")
                .get(mine.products() + "/sprints?status=ACTIVE,CLOSED")
                .then()
                .body("items.id", contains(third.toString()));
        as("stella")
                .get(mine.products() + "/sprints?teamId=" + UUID.randomUUID())
                .then()
                .body("items", hasSize(0));
    }

    @Test
    void aPageIsAFixedNumberOfStatements() {
        fixture.planned(fixture.readyItems(3, 5));
        fixture.sprint();
        // 40 rows at once; what is behind them, in a longer page, is another step.
        assertThat(statementsOf("?limit=1")).isEqualTo(statementsOf("?limit=40")).isEqualTo(4);
    }

    @Test
    void anUnknownStatusIsRefused() {
        as("sam").get(fixture.products() + "/sprints?status=OVER").then().statusCode(422);
    }

    @Test
    void whatDoesNotExistIs404() {
        as("sam").get("/sprints/" + UUID.randomUUID()).then().statusCode(404);
        as("otto").get("/sprints/" + fixture.sprint()).then().statusCode(404);
        as("stella").get("/sprints/" + fixture.sprint()).then().statusCode(200);
    }

    @Test
    void whoIsThereIsThere() {
        as("max")
                .get(fixture.products() + "/sprints?teamId=" + fixture.team())
                .then()
                .body("items", hasSize(0));
        var sprint = fixture.sprint();
        as("max")
                .get(fixture.products() + "/sprints?teamId=" + fixture.team())
                .then()
                .body("items.id", hasItem(sprint.toString()));
    }

    private long statementsOf(String query) {
        return statements.of(() ->
                as("sam").get(fixture.products() + "/sprints" + query).then().statusCode(200));
    }
}
