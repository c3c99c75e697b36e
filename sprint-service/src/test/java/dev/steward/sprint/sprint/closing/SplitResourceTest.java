package dev.steward.sprint.sprint.closing;

import static dev.steward.platform.testing.Kafka.publishAndAwait;
import static dev.steward.sprint.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.node.NullNode;
import dev.steward.platform.testing.GoldenSample;
import dev.steward.platform.testing.RecordedEvents;
import dev.steward.platform.testing.StatementCount;
import dev.steward.sprint.SprintFixture;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Closing a sprint with items that are split.
@QuarkusTest
class SplitResourceTest {

    @Inject DataSource database;
    @Inject StatementCount statements;

    private SprintFixture fixture;

    @BeforeEach
    void aTeam() {
        fixture = SprintFixture.withTeam();
    }

    @Test
    void whatWasDoneCountsAtWhatTheRestLeaves() {
        var items = fixture.readyItems(5, 8);
        var sprint = fixture.active(items);
        fixture.split(sprint, items.getFirst(), 2)
                .then()
                .statusCode(200)
                .body("status", equalTo("CLOSED"))
                .body("plannedPoints", equalTo(13))
                .body("completedPoints", equalTo(3))
                .body("completedItems", equalTo(1))
                .body("scope.points", equalTo(11))
                .body("scope.remainingPoints", equalTo(8))
                .body("splits", hasSize(1))
                .body("splits[0].itemId", equalTo(items.getFirst().toString()));
        as("dana")
                .get("/items/" + items.getFirst() + "/work")
                .then()
                .body("status", equalTo("DONE"))
                .body("sprint", nullValue());
    }

    @Test
    void theLedgerSaysThatItWasReestimatedAndThenDone() {
        var items = fixture.readyItems(5);
        var sprint = fixture.active(items);
        fixture.split(sprint, items.getFirst(), 2);
        as("stella")
                .get("/sprints/" + sprint + "/ledger")
                .then()
                .body(
                        "items.kind",
                        contains(
                                "ADDED",
                                "SPRINT_STARTED",
                                "STARTED",
                                "REESTIMATED",
                                "COMPLETED",
                                "SPRINT_CLOSED"))
                .body("items[3].estimateFrom", equalTo(5))
                .body("items[3].estimateTo", equalTo(3))
                .body("items[3].effect", equalTo(-2))
                .body("items[3].reason", equalTo("item-split"))
                .body("items[4].effect", equalTo(-3))
                .body("items[4].reason", equalTo("item-split"));
    }

    @Test
    void asksForTheRestWithTheIdThatTheAnswerNames() {
        var items = fixture.readyItems(5);
        var sprint = fixture.active(items);
        var closed = fixture.split(sprint, items.getFirst(), 2);
        UUID rest = UUID.fromString(closed.path("splits[0].restId"));
        var raised = new RecordedEvents(database).of(rest);
        assertThat(raised)
                .singleElement()
                .satisfies(asked -> {
                    assertThat(said(asked, "splitFrom")).isEqualTo(items.getFirst().toString());
                    assertThat(said(asked, "sprintId")).isEqualTo(sprint.toString());
                    assertThat(asked.actor()).isEqualTo("dana");
                });
        GoldenSample.assertMatches("sprint", "split.requested", raised.getFirst());
        assertThat(closed.header("Steward-Version")).startsWith("split:" + rest + "@1");
        as("stella")
                .get("/sprints/" + sprint)
                .then()
                .body("splits[0].restId", equalTo(rest.toString()));
    }

    @Test
    void publishesEachStepOfTheWork() {
        var items = fixture.readyItems(5);
        fixture.split(fixture.active(items), items.getFirst(), 2);
        assertThat(new RecordedEvents(database).of(items.getFirst()))
                .extracting(RecordedEvents.Recorded::type)
                .containsExactly(
                        "steward.sprint.work.selected.v1",
                        "steward.sprint.work.started.v1",
                        "steward.sprint.work.done.v1",
                        "steward.sprint.work.concluded.v1");
    }

    @Test
    void whenTheSmallerEstimateArrivesTheSprintIsOver() {
        var items = fixture.readyItems(5);
        var sprint = fixture.active(items);
        fixture.split(sprint, items.getFirst(), 2);
        var before = as("sam").get("/sprints/" + sprint + "/ledger").asString();
        publishAndAwait(
                fixture.item(items.getFirst(), 2)
                        .ofType("steward.backlog.item.split.v1")
                        .withState("estimate", 3));
        assertThat(as("sam").get("/sprints/" + sprint + "/ledger").asString()).isEqualTo(before);
        as("sam").get("/sprints/" + sprint).then().body("completedPoints", equalTo(3));
    }

    @Test
    void theRestIsPlannedLikeAnyItem() {
        var items = fixture.readyItems(5);
        UUID rest =
                UUID.fromString(
                        fixture.split(fixture.active(items), items.getFirst(), 2)
                                .path("splits[0].restId"));
        publishAndAwait(fixture.item(rest, 1).withState("estimate", 2));
        var next = fixture.active(List.of(rest));
        as("sam").get("/sprints/" + next).then().body("plannedPoints", equalTo(2));
    }

    @Test
    void anItemWithoutAnEstimateIsSplitWithoutOne() {
        var items = unestimated();
        var sprint = fixture.active(items);
        close("sam", sprint, splitting(items.getFirst(), Map.of("title", " Refunds ")))
                .then()
                .statusCode(200)
                .body("completedItems", equalTo(1))
                .body("completedPoints", equalTo(0));
        as("sam")
                .get("/sprints/" + sprint + "/ledger")
                .then()
                .body("items[-2].kind", equalTo("COMPLETED"))
                .body("items[-2].reason", equalTo("item-split"));
    }

    @Test
    void splitsBesideAllOtherDecisions() {
        var items = fixture.readyItems(1, 2, 4, 8);
        var sprint = fixture.active(items);
        fixture.sprint();
        fixture.finish(items.getFirst());
        var decisions = new ArrayList<Map<String, Object>>();
        decisions.add(splitting(items.get(1), rest(1)));
        decisions.add(Map.of("itemId", items.get(2), "decision", "NEXT"));
        as("dana")
                .post(path(sprint), Map.of("decisions", decisions, "others", "BACKLOG"))
                .then()
                .statusCode(200)
                .body("completedPoints", equalTo(2))
                .body("completedItems", equalTo(2))
                .body("scope.remainingPoints", equalTo(12));
    }

    @ParameterizedTest
    @CsvSource({
        "SPLIT,, /decisions/0/rest, required",
        "BACKLOG, 2, /decisions/0/rest, not-allowed",
        "NEXT, 2, /decisions/0/rest, not-allowed",
        "SPLIT, -1, /decisions/0/rest/estimate, decimal-min",
        "SPLIT, 1.2345, /decisions/0/rest/estimate, digits"
    })
    void aRestIsThatOfASplitAndPartOfIt(
            String decision, @Nullable String estimate, String pointer, String code) {
        var items = fixture.readyItems(5);
        var sprint = fixture.active(items);
        Map<String, Object> one = new HashMap<>();
        one.put("itemId", items.getFirst());
        one.put("decision", decision);
        if (estimate != null) {
            one.put("rest", Map.of("title", "Refunds", "estimate", new BigDecimal(estimate)));
        }
        close("dana", sprint, one)
                .then()
                .statusCode(422)
                .body("errors.pointer", contains(pointer))
                .body("errors.code", contains(code));
        as("sam").get("/sprints/" + sprint).then().body("status", equalTo("ACTIVE"));
    }

    @Test
    void whoDoesNotEstimateLeavesTheRestWithoutAnEstimate() {
        var items = fixture.readyItems(5);
        close("sam", fixture.active(items), splitting(items.getFirst(), Map.of("title", "Refunds")))
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({"'', not-blank", "'   ', not-blank", "251, size"})
    void theTitleOfARemainderHasTheLimitsOfAnItem(String title, String code) {
        var items = fixture.readyItems(5);
        var words = title.equals("251") ? "x".repeat(251) : title;
        close("dana", fixture.active(items), splitting(items.getFirst(), Map.of("title", words)))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/decisions/0/rest/title"))
                .body("errors[0].code", equalTo(code));
    }

    @Test
    void theOthersAreNotSplitUnnamed() {
        fixture.close(fixture.active(fixture.readyItems(5)), "SPLIT")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/others"))
                .body("errors[0].code", equalTo("one-of"));
    }

    @ParameterizedTest
    @CsvSource({"dana,", "sam, ESTIMATE", "olivia, ESTIMATE", "max, SPRINT", "stella, SPRINT"})
    void whoClosesNeedsTheRightsToSplitAndToEstimate(String subject, @Nullable String missing) {
        var items = fixture.readyItems(5);
        var closed = close(subject, fixture.active(items), splitting(items.getFirst(), rest(2)));
        if (missing == null) {
            closed.then().statusCode(200);
        } else {
            closed.then()
                    .statusCode(403)
                    .body("code", equalTo("missing-right"))
                    .body("roles", hasItem("DEVELOPER"))
                    .body("right", equalTo(missing));
        }
    }

    @Test
    void closingAgainRequestsNoSecondRemainder() {
        var items = fixture.readyItems(5);
        var sprint = fixture.active(items);
        var key = UUID.randomUUID().toString();
        var body = Map.of("decisions", List.of(splitting(items.getFirst(), rest(2))));
        var first = keyed(key, sprint, body);
        var again = keyed(key, sprint, body);
        assertThat(again.<String>path("splits[0].restId"))
                .isEqualTo(first.path("splits[0].restId"));
        fixture.split(sprint, items.getFirst(), 2)
                .then()
                .statusCode(409)
                .body("code", equalTo("sprint-is-closed"));
        assertThat(new RecordedEvents(database).ofProduct(fixture.product().id()))
                .filteredOn(event -> event.type().startsWith("steward.sprint.split."))
                .filteredOn(event -> said(event, "splitFrom").equals(items.getFirst().toString()))
                .hasSize(1);
    }

    @Test
    void aSprintWithoutSplitsSaysSo() {
        fixture.close(fixture.active(fixture.readyItems(5)), "BACKLOG")
                .then()
                .body("splits", empty())
                .header("Steward-Version", startsWith("work:"));
    }

    @Test
    void statementsDoNotGrowWithTheSplits() {
        assertThat(statementsOfSplitting(5, 3, 5, 8, 13, 5, 2, 3))
                .isEqualTo(statementsOfSplitting(5));
    }

    private long statementsOfSplitting(int... points) {
        return statements.ofFresh(() -> {
            fixture = SprintFixture.withTeam();
            var items = fixture.readyItems(points);
            var sprint = fixture.active(items);
            var decisions = items.stream().map(item -> splitting(item, rest(1))).toList();
            return () ->
                    as("dana")
                            .post(path(sprint), Map.of("decisions", decisions))
                            .then()
                            .statusCode(200);
        });
    }

    private static String said(RecordedEvents.Recorded event, String field) {
        return Objects.requireNonNull(event.state()).path(field).asText();
    }

    private List<UUID> unestimated() {
        var items = fixture.readyItems(5);
        publishAndAwait(
                fixture.item(items.getFirst(), 2).withState("estimate", NullNode.getInstance()));
        return items;
    }

    private static Map<String, Object> rest(int estimate) {
        return Map.of("title", "Refunds", "estimate", estimate);
    }

    private static Map<String, Object> splitting(UUID item, Map<String, Object> rest) {
        return Map.of("itemId", item, "decision", "SPLIT", "rest", rest);
    }

    private static Response close(String subject, UUID sprint, Map<String, Object> decision) {
        return as(subject).post(path(sprint), Map.of("decisions", List.of(decision)));
    }

    private static Response keyed(String key, UUID sprint, Map<String, ?> body) {
        return as("dana")
                .request()
                .header("Idempotency-Key", key)
                .body(body)
                .post("/api/v1" + path(sprint));
    }

    private static String path(UUID sprint) {
        return "/sprints/" + sprint + "/close";
    }
}
