package dev.steward.backlog.split;

import static dev.steward.backlog.Api.as;
import static dev.steward.platform.testing.Kafka.publishAndAwait;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.NullNode;
import com.github.f4b6a3.uuid.UuidCreator;
import dev.steward.backlog.item.create.ItemRequests;
import dev.steward.backlog.item.create.RequestedItem;
import dev.steward.platform.messaging.store.EventContext;
import dev.steward.platform.testing.GoldenSample;
import dev.steward.platform.testing.RecordedEvents;
import dev.steward.platform.testing.StatementCount;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Receives the golden sample of sprint-service and splits the item.
@QuarkusTest
class SplitEventsTest {

    private static final GoldenSample SAMPLE = GoldenSample.read("sprint", "split.requested");

    @Inject DataSource database;
    @Inject ItemRequests itemRequests;
    @Inject StatementCount statements;

    private UUID product;
    private UUID original;
    private UUID rest;

    @BeforeEach
    void anItemOfFivePoints() {
        product = as("olivia").newProduct();
        as("olivia").makes("dana", "DEVELOPER", product);
        original = item();
        rest = UuidCreator.getTimeOrderedEpoch();
    }

    @Test
    void theRemainderIsAnItemWithItsPartOfTheEstimate() {
        publishAndAwait(split(2));
        shown(rest)
                .body("title", equalTo("The rest"))
                .body("type", equalTo("BUG"))
                .body("labels", contains("checkout"))
                .body("goal.title", equalTo("Come back"))
                .body("estimate", equalTo(2))
                .body("value", nullValue())
                .body("status", equalTo("NEW"))
                .body("version", equalTo(1))
                .body("createdBy.subject", equalTo("dana"))
                .body("score", notNullValue());
    }

    @Test
    void theRemainderNamesTheOriginalItem() {
        publishAndAwait(split(2));
        shown(rest)
                .body("splitFrom.id", equalTo(original.toString()))
                .body("splitFrom.key", equalTo(as("olivia").get("/items/" + original).path("key")))
                .body("splitFrom.title", equalTo("Keep the basket"));
        shown(original).body("splitFrom", nullValue());
    }

    @Test
    void theOriginalKeepsTheOtherPartOfTheEstimate() {
        publishAndAwait(split(2));
        shown(original).body("estimate", equalTo(3)).body("version", equalTo(2));
    }

    @Test
    void theRemainderTakesTheOpenCriteria() {
        List<String> ids = as("olivia").get("/items/" + original).path("acceptanceCriteria.id");
        execute(
                "update item set acceptance_criteria = jsonb_set(acceptance_criteria, '{0,met}',"
                        + " 'true') where id = '"
                        + original
                        + "'");
        publishAndAwait(split(2));
        shown(original)
                .body("acceptanceCriteria.id", contains(ids.getFirst()))
                .body("openCriteria", equalTo(0));
        shown(rest)
                .body("acceptanceCriteria.id", contains(ids.getLast()))
                .body("openCriteria", equalTo(1));
    }

    @Test
    void bothHistoriesSayWhatHappenedAndWho() {
        publishAndAwait(split(2));
        history(rest)
                .body("items", hasSize(1))
                .body("items[0].type", equalTo("steward.backlog.item.created.v1"))
                .body("items[0].actor.subject", equalTo("dana"))
                .body("items[0].change.source", equalTo("split"))
                .body("items[0].change.sourceId", equalTo(original.toString()));
        history(original)
                .body("items[0].type", equalTo("steward.backlog.item.split.v1"))
                .body("items[0].actor.subject", equalTo("dana"))
                .body("items[0].change.restId", equalTo(rest.toString()))
                .body("items[0].change.estimate.from", equalTo(5))
                .body("items[0].change.estimate.to", equalTo(3));
    }

    @Test
    void eventsMatchTheContract() {
        publishAndAwait(split(2));
        var events = new RecordedEvents(database);
        GoldenSample.assertMatches("backlog", "item.split", events.of(original).getLast());
        var born = requireNonNull(events.of(rest).getFirst().state());
        assertThat(born.path("splitFrom").asText()).isEqualTo(original.toString());
    }

    @Test
    void aRepeatedOrLateSplitChangesNothing() {
        var split = split(2);
        publishAndAwait(split, split);
        as("olivia").post("/items/" + rest + "/drop", "{}").then().statusCode(200);
        publishAndAwait(split, split(2));
        shown(original).body("estimate", equalTo(3)).body("version", equalTo(2));
        shown(rest).body("status", equalTo("DROPPED")).body("version", equalTo(2));
    }

    /// Kafka has lost the request; its sender repeats it in a snapshot.
    @Test
    void aSnapshotCreatesTheRemainderOnce() {
        var stated = split(2).ofType("steward.sprint.split.snapshot.v1");
        publishAndAwait(stated, split(2), stated);
        shown(rest).body("estimate", equalTo(2)).body("version", equalTo(1));
        shown(original).body("estimate", equalTo(3)).body("version", equalTo(2));
    }

    @Test
    void anEstimateGivenMeanwhileIsNotLost() {
        estimate("8");
        publishAndAwait(split(2));
        shown(original).body("estimate", equalTo(6));
    }

    @Test
    void withoutAnEstimateItIsSplitWithoutOne() {
        estimate("null");
        publishAndAwait(
                SAMPLE.about(product, rest, 1)
                        .withState("splitFrom", original)
                        .withState("estimate", NullNode.getInstance()));
        shown(original).body("estimate", nullValue()).body("version", equalTo(3));
        shown(rest).body("estimate", nullValue());
    }

    /// The item was dropped before the sprint knew of it. Restored, it still is split.
    @Test
    void alsoAnItemThatWasDroppedMeanwhile() {
        as("olivia").post("/items/" + original + "/drop", "{}").then().statusCode(200);
        publishAndAwait(split(2));
        shown(original).body("status", equalTo("DROPPED")).body("estimate", equalTo(3));
        shown(rest).body("status", equalTo("NEW"));
        as("olivia").post("/items/" + original + "/restore").then().statusCode(200);
        shown(original).body("estimate", equalTo(3));
    }

    @Test
    void isSplitAgainInALaterSprint() {
        var another = UuidCreator.getTimeOrderedEpoch();
        publishAndAwait(
                split(2),
                SAMPLE.about(product, another, 1)
                        .withState("splitFrom", original)
                        .withState("estimate", 1));
        shown(original).body("estimate", equalTo(2)).body("version", equalTo(3));
        shown(rest).body("acceptanceCriteria", hasSize(2));
        shown(another).body("estimate", equalTo(1)).body("acceptanceCriteria", empty());
    }

    @Test
    void theRemainderOfALostOriginalIsCreated() {
        publishAndAwait(split(2).withState("splitFrom", UUID.randomUUID()));
        shown(rest)
                .body("title", equalTo("The rest"))
                .body("type", equalTo("STORY"))
                .body("estimate", equalTo(2))
                .body("splitFrom", nullValue());
    }

    @Test
    void anUnknownProductGetsNoItem() {
        execute("update product set deleted = true where id = '" + product + "'");
        handle(asked(BigDecimal.TWO));
        assertThat(new RecordedEvents(database).of(rest)).isEmpty();
        assertThat(new RecordedEvents(database).of(original)).hasSize(1);
    }

    @Test
    void concurrentRequestsSplitOnce() throws Exception {
        var asked = asked(BigDecimal.TWO);
        try (var threads = Executors.newCachedThreadPool()) {
            var asking = Collections.nCopies(8, Executors.callable(() -> handle(asked, asked)));
            for (var done : threads.invokeAll(asking)) {
                done.get();
            }
        }
        assertThat(new RecordedEvents(database).of(rest)).hasSize(1);
        shown(original).body("estimate", equalTo(3)).body("version", equalTo(2));
    }

    @Test
    void anInvalidRemainderIsADeadLetterAndTheOriginalStays() {
        publishAndAwait(split(2).withState("title", "x".repeat(301)));
        as("olivia").get("/items/" + rest).then().statusCode(404);
        shown(original).body("estimate", equalTo(5)).body("version", equalTo(1));
    }

    @Test
    void untilItIsThereItIsNotYetVisible() {
        after().then().statusCode(404).body("code", equalTo("not-yet-visible"));
        publishAndAwait(split(2));
        after().then().statusCode(200);
    }

    /// One more split takes the same few statements.
    @Test
    void eachFurtherSplitCostsTheSame() {
        var one = statementsOf(1);
        var two = statementsOf(2);
        assertThat(statementsOf(9) - two).isEqualTo(7 * (two - one));
    }

    private long statementsOf(int splits) {
        return statements.ofFresh(() -> {
            var asked =
                    IntStream.range(0, splits)
                            .mapToObj(_ -> asked(UuidCreator.getTimeOrderedEpoch(), item()))
                            .toArray(RequestedItem[]::new);
            return () -> handle(asked);
        });
    }

    private UUID item() {
        var body =
                """
                {"type": "BUG", "title": "Keep the basket", "labels": ["checkout"], "goalId": "%s",
                 "acceptanceCriteria": [{"text": "It survives a new login."}, {"text": "It is shared."}]}
                """
                        .formatted(goal());
        var made = as("olivia").post("/products/" + product + "/items", body);
        made.then().statusCode(201);
        UUID id = UUID.fromString(made.path("id"));
        execute("update item set estimate = 5 where id = '" + id + "'");
        return id;
    }

    private String goal() {
        return as("olivia")
                .post("/products/" + product + "/goals", Map.of("title", "Come back"))
                .path("id");
    }

    private void estimate(String estimate) {
        as("dana")
                .patch("/items/" + original, "*", "{\"estimate\": " + estimate + "}")
                .then()
                .statusCode(200);
    }

    private GoldenSample split(int estimate) {
        return SAMPLE.about(product, rest, 1)
                .withState("splitFrom", original)
                .withState("estimate", estimate);
    }

    private static ValidatableResponse shown(UUID item) {
        return as("olivia").get("/items/" + item).then().statusCode(200);
    }

    private static ValidatableResponse history(UUID item) {
        return as("olivia").get("/items/" + item + "/history").then().statusCode(200);
    }

    private Response after() {
        return as("olivia")
                .request()
                .header("Steward-After", "split:" + rest + "@1")
                .get("/api/v1/items/" + rest);
    }

    private RequestedItem asked(@Nullable BigDecimal estimate) {
        return new RequestedItem.Remainder(
                rest, product, original, "The rest", estimate, EventContext.system("test"));
    }

    private RequestedItem asked(UUID id, UUID of) {
        return new RequestedItem.Remainder(
                id, product, of, "The rest", BigDecimal.TWO, EventContext.system("test"));
    }

    private void handle(RequestedItem... asked) {
        QuarkusTransaction.requiringNew().run(() -> itemRequests.handle(List.of(asked)));
    }

    private void execute(String sql) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
