package dev.steward.sprint.sprint.planning;

import static dev.steward.platform.testing.Kafka.publishAndAwait;
import static dev.steward.sprint.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.steward.platform.testing.GoldenSample;
import dev.steward.platform.testing.RecordedEvents;
import dev.steward.platform.testing.StatementCount;
import dev.steward.sprint.SprintFixture;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
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
class SprintItemResourceTest {

    @Inject DataSource database;
    @Inject StatementCount statements;

    private SprintFixture fixture;

    @BeforeEach
    void aTeam() {
        fixture = SprintFixture.withTeam();
    }

    @Test
    void addsReadyItemsByIdAndByKey() {
        var items = fixture.readyItems(3, 5);
        fixture.select(
                        "sam",
                        fixture.sprint(),
                        List.of(items.getFirst(), fixture.keyOf(items.getLast())))
                .then()
                .statusCode(200)
                .body("scope.items", equalTo(2))
                .body("scope.points", equalTo(8))
                .body("scope.remainingPoints", equalTo(8));
        as("dana")
                .get("/items/" + items.getFirst() + "/work")
                .then()
                .body("status", equalTo("SELECTED"))
                .body("sprint.name", equalTo("Sprint 12"))
                .body("version", equalTo(1));
    }

    @Test
    void publishesEvents() {
        var items = fixture.readyItems(5);
        var sprint = fixture.planned(items);
        as("sam").delete(path(sprint, items.getFirst()), "\"1\"").then().statusCode(204);
        var events = new RecordedEvents(database).of(items.getFirst());
        GoldenSample.assertMatches("sprint", "work.selected", events.getFirst());
        GoldenSample.assertMatches("sprint", "work.removed", events.getLast());
    }

    @Test
    void addsAllOrNone() {
        var readyItems = fixture.readyItems(3).getFirst();
        var raw = UuidCreator.getTimeOrderedEpoch();
        publishAndAwait(fixture.item(raw, 1).withState("status", "REFINING"));
        fixture.select("sam", fixture.sprint(), List.of(readyItems, raw))
                .then()
                .statusCode(409)
                .body("code", equalTo("item-not-ready"))
                .body("items.key", contains(fixture.keyOf(raw)))
                .body("items.status", contains("REFINING"));
        as("sam").get("/items/" + readyItems + "/work").then().body("status", equalTo("NONE"));
    }

    @Test
    void refusesItemsThatAreNotKnownHere() {
        fixture.select("sam", fixture.sprint(), List.of(UUID.randomUUID()))
                .then()
                .statusCode(404)
                .body("code", equalTo("not-found"));
    }

    @Test
    void saysThatAnItemIsNotYetVisible() {
        var item = UUID.randomUUID();
        as("sam")
                .request()
                .header("Steward-After", "item:" + item + "@1")
                .body("{\"itemIds\": [\"" + item + "\"]}")
                .post("/api/v1/sprints/" + fixture.sprint() + "/items")
                .then()
                .statusCode(404)
                .body("code", equalTo("not-yet-visible"));
    }

    @Test
    void anItemIsInOneSprintAtATime() {
        var items = fixture.readyItems(5);
        var sprint = fixture.planned(items);
        Stream.of(sprint, fixture.sprint())
                .forEach(another ->
                        fixture.select("sam", another, items)
                                .then()
                                .statusCode(409)
                                .body("code", equalTo("item-in-sprint"))
                                .body("sprintId", equalTo(sprint.toString())));
    }

    @Test
    void ofTwoSprintsThatWantAnItemOneGetsIt() throws Exception {
        var items = fixture.readyItems(5, 3, 2);
        var backwards = items.reversed();
        try (var threads = Executors.newCachedThreadPool()) {
            var answers =
                    threads.invokeAll(
                            Stream.of(items, backwards, items, backwards)
                                    .<Callable<Integer>>map(order -> {
                                        var sprint = fixture.sprint();
                                        return () ->
                                                fixture.select("sam", sprint, order).statusCode();
                                    })
                                    .toList());
            assertThat(answers.stream().map(Future::resultNow))
                    .containsOnlyOnce(200)
                    .containsOnly(200, 409);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "olivia,200,",
        "sam,403,proposals-not-available",
        "dana,403,proposals-not-available",
        "max,403,missing-right",
        "stella,403,missing-right",
        "otto,404,not-found"
    })
    void onlyTheOwnerAddsToARunningSprint(String subject, int status, String code) {
        var sprint = fixture.active(fixture.readyItems(5));
        fixture.select(subject, sprint, fixture.readyItems(3))
                .then()
                .statusCode(status)
                .body("code", equalTo(code));
    }

    @ParameterizedTest
    @CsvSource({"olivia,204", "sam,403", "max,403", "otto,404"})
    void onlyTheOwnerRemovesFromARunningSprint(String subject, int status) {
        var items = fixture.readyItems(5);
        var sprint = fixture.active(items);
        as(subject).delete(path(sprint, items.getFirst()), "*").then().statusCode(status);
    }

    @Test
    void removesOnlyItemsOfTheSprint() {
        var items = fixture.readyItems(5);
        fixture.planned(items);
        as("sam").delete(path(fixture.sprint(), items.getFirst()), "*").then().statusCode(404);
    }

    @Test
    void removingNeedsTheVersionOfTheWork() {
        var items = fixture.readyItems(5);
        var sprint = fixture.planned(items);
        as("sam")
                .request()
                .delete("/api/v1" + path(sprint, items.getFirst()))
                .then()
                .statusCode(428);
        as("sam").delete(path(sprint, items.getFirst()), "\"7\"").then().statusCode(412);
    }

    @Test
    void aDoneItemIsNotRemoved() {
        var items = fixture.readyItems(5);
        var sprint = fixture.active(items);
        fixture.finish(items.getFirst());
        as("olivia")
                .delete(path(sprint, items.getFirst()), "*")
                .then()
                .statusCode(409)
                .body("code", equalTo("work-is-done"));
    }

    @Test
    void nothingIsAddedToAnEndedSprint() {
        var sprint = fixture.active(List.of());
        fixture.close(sprint, "BACKLOG");
        fixture.select("sam", sprint, fixture.readyItems(5))
                .then()
                .statusCode(409)
                .body("code", equalTo("sprint-is-closed"));
    }

    @Test
    void statementsDoNotGrowWithTheItems() {
        assertThat(statementsOfSelecting(1, 2, 3, 5, 8, 13, 1, 2, 3, 5, 8, 13))
                .isEqualTo(statementsOfSelecting(1));
    }

    private long statementsOfSelecting(int... points) {
        return statements.ofFresh(() -> {
            var sprint = fixture.sprint();
            var items = fixture.readyItems(points);
            return () -> fixture.select("sam", sprint, items).then().statusCode(200);
        });
    }

    private static String path(UUID sprint, UUID item) {
        return "/sprints/" + sprint + "/items/" + item;
    }
}
