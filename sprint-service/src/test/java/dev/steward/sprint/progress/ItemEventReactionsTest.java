package dev.steward.sprint.progress;

import static dev.steward.platform.testing.Kafka.publishAndAwait;
import static dev.steward.sprint.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.steward.platform.testing.RecordedEvents;
import dev.steward.sprint.SprintFixture;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// How events of items change work, sprints and ledgers.
@QuarkusTest
class ItemEventReactionsTest {

    @Inject DataSource database;

    private SprintFixture fixture;
    private UUID item;
    private UUID sprint;

    @BeforeEach
    void aRunningSprint() {
        fixture = SprintFixture.withTeam();
        item = fixture.readyItems(5).getFirst();
        sprint = fixture.active(List.of(item));
    }

    @Test
    void aNewEstimateIsAnEntryOfTheLedger() {
        publishAndAwait(fixture.item(item, 2).withState("estimate", 8));
        lastEntry()
                .body("items[-1].kind", equalTo("REESTIMATED"))
                .body("items[-1].estimateFrom", equalTo(5))
                .body("items[-1].estimateTo", equalTo(8))
                .body("items[-1].effect", equalTo(3))
                .body("items[-1].occurredAt", equalTo("2026-01-15T09:30:00Z"));
        as("sam")
                .get("/sprints/" + sprint)
                .then()
                .body("plannedPoints", equalTo(5))
                .body("scope.remainingPoints", equalTo(8));
    }

    @Test
    void anEventThatComesAgainOrLateIsNone() {
        publishAndAwait(
                fixture.item(item, 3).withState("estimate", 8),
                fixture.item(item, 3).withState("estimate", 8),
                fixture.item(item, 2).withState("estimate", 2));
        publishAndAwait(fixture.item(item, 2).withState("estimate", 2));
        assertThat(as("sam").get("/sprints/" + sprint + "/ledger").<List<String>>path("items.kind"))
                .containsExactly("ADDED", "SPRINT_STARTED", "REESTIMATED");
    }

    @Test
    void aDoneItemKeepsTheEstimateItWasDoneWith() {
        fixture.finish(item);
        publishAndAwait(fixture.item(item, 2).withState("estimate", 8));
        lastEntry()
                .body("items[-1].kind", equalTo("REESTIMATED"))
                .body("items[-1].effect", equalTo(0));
        fixture.close(sprint, "BACKLOG").then().body("completedPoints", equalTo(5));
    }

    @Test
    void aDroppedItemLeavesItsSprint() {
        publishAndAwait(fixture.dropped(item, 2));
        lastEntry()
                .body("items[-1].kind", equalTo("REMOVED"))
                .body("items[-1].reason", equalTo("item-dropped"))
                .body("items[-1].effect", equalTo(-5));
        work().body("status", equalTo("NONE")).body("sprint", nullValue());
        var raised = new RecordedEvents(database).of(item).getLast();
        assertThat(raised.type()).isEqualTo("steward.sprint.work.removed.v1");
        assertThat(raised.actor()).isEqualTo("system:item-followed");
    }

    @Test
    void nobodyWorksOnADroppedItem() {
        publishAndAwait(fixture.dropped(item, 2));
        fixture.work(item, Map.of("status", "SELECTED"))
                .then()
                .statusCode(409)
                .body("code", equalTo("item-is-dropped"));
        fixture.select("olivia", sprint, List.of(item))
                .then()
                .statusCode(409)
                .body("code", equalTo("item-not-ready"));
    }

    @Test
    void aDropThatComesAgainDoesNotTakeItOutOfItsNextSprint() {
        publishAndAwait(fixture.dropped(item, 2), fixture.item(item, 3));
        fixture.select("olivia", sprint, List.of(item)).then().statusCode(200);
        publishAndAwait(fixture.dropped(item, 2));
        work().body("status", equalTo("SELECTED")).body("sprint.id", equalTo(sprint.toString()));
    }

    @Test
    void aDropEndsItsStayEvenIfItWasRestoredBeforeAnybodyLooked() {
        publishAndAwait(fixture.dropped(item, 2), fixture.item(item, 3));
        work().body("status", equalTo("NONE"));
    }

    @Test
    void aDeletedItemIsDroppedToo() {
        publishAndAwait(fixture.item(item, 2).withoutState());
        lastEntry().body("items[-1].kind", equalTo("REMOVED"));
    }

    @Test
    void aSnapshotTellsWhatWasMissed() {
        publishAndAwait(
                fixture.item(item, 9)
                        .ofType("steward.backlog.item.snapshot.v1")
                        .withState("status", "DUPLICATE"));
        work().body("status", equalTo("NONE"));
    }

    @Test
    void workOutsideASprintEndsWithItsItemToo() {
        var other = fixture.readyItems(3).getFirst();
        fixture.work(other, Map.of("status", "SELECTED"));
        publishAndAwait(fixture.dropped(other, 2));
        as("sam").get("/items/" + other + "/work").then().body("status", equalTo("NONE"));
    }

    @Test
    void doneWorkStaysDoneWhateverBecomesOfTheItem() {
        fixture.finish(item);
        publishAndAwait(fixture.dropped(item, 2));
        work().body("status", equalTo("DONE")).body("sprint", nullValue());
        lastEntry().body("items[-1].effect", equalTo(0));
    }

    /// In either order: the selection sees the drop, or the reaction to the drop sees the
    /// selection.
    @Test
    void aSelectionAtTheMomentOfADropDoesNotOutliveIt() throws Exception {
        var wanted = fixture.readyItems(1, 2, 3, 5, 8, 13);
        try (var threads = Executors.newCachedThreadPool()) {
            var selections =
                    wanted.stream()
                            .<Callable<Integer>>map(one ->
                                    () ->
                                            fixture.select("olivia", sprint, List.of(one))
                                                    .statusCode())
                            .toList();
            var drops =
                    threads.submit(() ->
                            publishAndAwait(
                                    wanted.stream().map(one -> fixture.dropped(one, 2)).toList()));
            assertThat(threads.invokeAll(selections).stream().map(Future::resultNow))
                    .isSubsetOf(200, 409);
            drops.get();
        }
        wanted.forEach(one ->
                as("sam")
                        .get("/items/" + one + "/work")
                        .then()
                        .body("status", equalTo("NONE"))
                        .body("sprint", nullValue()));
    }

    private ValidatableResponse lastEntry() {
        return as("sam").get("/sprints/" + sprint + "/ledger").then().statusCode(200);
    }

    private ValidatableResponse work() {
        return as("sam").get("/items/" + item + "/work").then().statusCode(200);
    }
}
