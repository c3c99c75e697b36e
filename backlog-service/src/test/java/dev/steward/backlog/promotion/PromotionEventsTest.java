package dev.steward.backlog.promotion;

import static dev.steward.backlog.Api.as;
import static dev.steward.platform.testing.Kafka.publishAndAwait;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.steward.backlog.item.ItemType;
import dev.steward.backlog.item.Origin;
import dev.steward.backlog.item.create.ItemRequests;
import dev.steward.backlog.item.create.RequestedItem;
import dev.steward.platform.messaging.store.EventContext;
import dev.steward.platform.testing.GoldenSample;
import dev.steward.platform.testing.RecordedEvents;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Receives the golden sample of feedback-service and creates the item.
@QuarkusTest
class PromotionEventsTest {

    private static final GoldenSample SAMPLE = GoldenSample.read("feedback", "promotion.requested");

    @Inject DataSource database;
    @Inject ItemRequests itemRequests;

    private UUID product;
    private UUID item;

    @BeforeEach
    void aProduct() {
        product = as("olivia").newProduct();
        item = UuidCreator.getTimeOrderedEpoch();
    }

    @Test
    void createsTheRequestedItem() {
        as("olivia").newItem(product, "The first");
        publishAndAwait(promotion());
        var key = as("olivia").get("/products/" + product).path("key") + "-2";
        shown().body("key", equalTo(key))
                .body("type", equalTo("STORY"))
                .body("title", equalTo("Block tags"))
                .body("description", equalTo("All of them."))
                .body("status", equalTo("NEW"))
                .body("version", equalTo(1))
                .body("createdBy.subject", equalTo("olivia"));
        as("olivia")
                .get("/products/" + product + "/items")
                .then()
                .body("items[1].id", equalTo(item.toString()));
    }

    @Test
    void theFirstScoreCountsTheDemand() {
        publishAndAwait(demand(), promotion());
        as("olivia")
                .get("/items/" + item + "/score")
                .then()
                .body("score", equalTo(0.560782f))
                .body("factors.find { it.name == 'DEMAND' }.input", equalTo(11.869924f));
    }

    @Test
    void demandMayComeAfterIt() {
        publishAndAwait(promotion(), demand());
        as("olivia").get("/items/" + item + "/score").then().body("score", equalTo(0.560782f));
    }

    @Test
    void itsHistorySaysWhatItComesFromAndWhoAsked() {
        publishAndAwait(promotion());
        var feedback = SAMPLE.data().at("/state/feedbackId").asText();
        as("olivia")
                .get("/items/" + item + "/history")
                .then()
                .body("items", hasSize(1))
                .body("items[0].type", equalTo("steward.backlog.item.created.v1"))
                .body("items[0].actor.subject", equalTo("olivia"))
                .body("items[0].change.source", equalTo("feedback"))
                .body("items[0].change.sourceId", equalTo(feedback));
        var told = new RecordedEvents(database).of(item);
        GoldenSample.assertMatches("backlog", "item.created", told.getFirst());
    }

    @Test
    void aRepeatedOrLateRequestCreatesNothing() {
        var promotion = promotion();
        publishAndAwait(promotion, promotion);
        as("olivia").post("/items/" + item + "/drop", "{}").then().statusCode(200);
        publishAndAwait(promotion, promotion());
        shown().body("status", equalTo("DROPPED")).body("version", equalTo(2));
        var next = as("olivia").newItem(product, "The next");
        as("olivia").get("/items/" + next).then().body("number", equalTo(2));
    }

    /// Kafka has lost the request; its sender repeats it in a snapshot.
    @Test
    void aSnapshotCreatesTheItemOnceForItsRequester() {
        var stated = promotion().ofType("steward.feedback.promotion.snapshot.v1");
        publishAndAwait(stated, promotion(), stated);
        shown().body("status", equalTo("NEW")).body("version", equalTo(1));
        assertThat(new RecordedEvents(database).of(item))
                .singleElement()
                .satisfies(created -> assertThat(created.actor()).isEqualTo("olivia"));
    }

    @Test
    void anUnknownProductGetsNoItem() throws SQLException {
        execute("update product set deleted = true where id = '" + product + "'");
        var unknown = UUID.randomUUID();
        handle(asked(item, product), asked(UUID.randomUUID(), unknown));
        assertThat(new RecordedEvents(database).of(item)).isEmpty();
        assertThat(new RecordedEvents(database).ofProduct(unknown)).isEmpty();
    }

    /// The request was made before the product was archived; the item is there when the product
    /// comes back.
    @Test
    void anArchivedProductGetsIt() throws SQLException {
        execute("update product set status = 'ARCHIVED' where id = '" + product + "'");
        publishAndAwait(promotion());
        shown().body("status", equalTo("NEW"));
    }

    @Test
    void anInvalidRequestIsADeadLetterAndOthersContinue() throws SQLException {
        var tooLong = UuidCreator.getTimeOrderedEpoch();
        publishAndAwait(
                SAMPLE.about(product, tooLong, 1).withState("title", "x".repeat(301)), promotion());
        shown().body("status", equalTo("NEW"));
        as("olivia").get("/items/" + tooLong).then().statusCode(404);
        assertThat(deadLettersAbout(tooLong)).isOne();
    }

    @Test
    void untilItIsThereItIsNotThere() {
        as("olivia")
                .get("/items/" + item)
                .then()
                .statusCode(404)
                .body("code", equalTo("not-found"));
        after(item).then().statusCode(404).body("code", equalTo("not-yet-visible"));
        publishAndAwait(promotion());
        after(item).then().statusCode(200);
    }

    @Test
    void concurrentRequestsCreateOneItem() throws Exception {
        var asked = asked(item, product);
        try (var threads = Executors.newCachedThreadPool()) {
            var asking = Collections.nCopies(8, Executors.callable(() -> handle(asked, asked)));
            for (var done : threads.invokeAll(asking)) {
                done.get();
            }
        }
        assertThat(new RecordedEvents(database).of(item)).hasSize(1);
        as("olivia")
                .get("/products/" + product + "/items")
                .then()
                .body("items.id", contains(item.toString()));
    }

    @Test
    void createsManyInTheRequestedOrder() {
        var all = new ArrayList<GoldenSample>();
        for (var number = 1; number <= 30; number++) {
            all.add(
                    SAMPLE.about(product, UuidCreator.getTimeOrderedEpoch(), 1)
                            .withState("title", "Number " + number));
        }
        Collections.shuffle(all, new Random(7));
        all.add(promotion());
        publishAndAwait(all.toArray(GoldenSample[]::new));
        var expected = all.stream().map(one -> one.data().at("/state/title").asText()).toList();
        List<String> listed =
                as("olivia").get("/products/" + product + "/items").path("items.title");
        assertThat(listed).isEqualTo(expected);
        as("olivia")
                .get("/products/" + product + "/items")
                .then()
                .body("items.score", everyItem(notNullValue()));
    }

    private GoldenSample promotion() {
        return SAMPLE.about(product, item, 1);
    }

    private GoldenSample demand() {
        return GoldenSample.read("feedback", "demand.changed")
                .about(product, item, 1)
                .withState("itemId", item.toString())
                .withState("asOf", LocalDate.now(ZoneOffset.UTC).toString());
    }

    private ValidatableResponse shown() {
        return as("olivia").get("/items/" + item).then().statusCode(200);
    }

    private static Response after(UUID item) {
        return as("olivia")
                .request()
                .header("Steward-After", "promotion:" + item + "@1")
                .get("/api/v1/items/" + item);
    }

    private static RequestedItem asked(UUID item, UUID product) {
        return new RequestedItem.New(
                item,
                product,
                ItemType.STORY,
                "Block tags",
                null,
                new Origin("feedback", UUID.randomUUID()),
                EventContext.system("test"));
    }

    private void handle(RequestedItem... asked) {
        QuarkusTransaction.requiringNew().run(() -> itemRequests.handle(List.of(asked)));
    }

    private int deadLettersAbout(UUID subject) throws SQLException {
        try (var connection = database.getConnection();
                var count =
                        connection.prepareStatement(
                                "select count(*) from dead_letter where headers->>'ce_subject'"
                                        + " = ?")) {
            count.setString(1, subject.toString());
            try (var row = count.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
