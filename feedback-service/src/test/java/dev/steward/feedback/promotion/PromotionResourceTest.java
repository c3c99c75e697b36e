package dev.steward.feedback.promotion;

import static dev.steward.feedback.ProductFixture.as;
import static dev.steward.feedback.ProductFixture.unique;
import static dev.steward.platform.testing.Kafka.publishAndAwait;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import dev.steward.feedback.ProductFixture;
import dev.steward.feedback.ReleaseFixture;
import dev.steward.platform.testing.RecordedEvents;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class PromotionResourceTest {

    private static final int RACERS = 50;

    @Inject DataSource database;

    private ProductFixture product;
    private String entry;

    @BeforeEach
    void createEntry() {
        product = ProductFixture.shop();
        entry =
                product.feedback(
                        "dana",
                        Map.of("title", "Block tags", "text", "I want to block certain tags."));
    }

    @Test
    void requestsAnItemThatTheEntryIsLinkedTo() {
        var answer =
                promote("max", Map.of("importance", 2))
                        .statusCode(202)
                        .header("Steward-Version", startsWith("demand:"))
                        .body("feedbackId", equalTo(entry))
                        .body("link.kind", equalTo("SOLVES"))
                        .body("link.importance", equalTo(2))
                        .body("link.feedbackStatus", equalTo("LINKED"))
                        .body("link.item.title", equalTo("Block tags"))
                        .body("link.item.key", nullValue())
                        .extract();
        String item = answer.path("itemId");
        assertThat(UUID.fromString(item).version()).isEqualTo(7);
        assertThat(answer.header("Location")).endsWith("/api/v1/items/" + item);
        assertThat(answer.header("Steward-Version")).contains("promotion:" + item + "@1");
        assertThat(requests(item)).hasSize(1);
        as("dana").get("/feedback/" + entry).then().body("status", equalTo("LINKED"));
    }

    @Test
    void itsVotesCountAtOnce() {
        as("sam").body(Map.of("importance", 3)).post("/feedback/" + entry + "/votes");
        as("max").get("/items/{i}/demand", promoted()).then().body("personCount", equalTo(2));
    }

    @Test
    void promotingAgainAnswersWithTheSameItem() {
        var item = promoted();
        var before = new RecordedEvents(database).ofProduct(product.id()).size();
        promote("max", Map.of("type", "EPIC", "title", "Another", "importance", 3))
                .statusCode(202)
                .header("Location", containsString(item))
                .header("Steward-Version", equalTo("promotion:" + item + "@1"))
                .body("itemId", equalTo(item))
                .body("link.result", equalTo("UNCHANGED"))
                .body("link.importance", nullValue());
        assertThat(new RecordedEvents(database).ofProduct(product.id())).hasSize(before);
    }

    @Test
    void concurrentPromotionsCreateOneItem() throws Exception {
        var items = new HashSet<String>();
        try (var threads = Executors.newCachedThreadPool()) {
            Callable<Response> promotion =
                    () -> as("olivia").post("/feedback/" + entry + "/promotion");
            for (var answer : threads.invokeAll(Collections.nCopies(RACERS, promotion))) {
                items.add(answer.get().then().statusCode(202).extract().path("itemId"));
            }
        }
        assertThat(items).hasSize(1);
        assertThat(requests(items.iterator().next())).hasSize(1);
        as("olivia").get("/feedback/" + entry).then().body("links.size()", equalTo(1));
    }

    @Test
    void aRepeatedRequestIsReplayed() {
        var key = unique("promotion");
        var first = as("olivia").header("Idempotency-Key", key).body(Map.of());
        var item = first.post("/feedback/" + entry + "/promotion").path("itemId");
        as("olivia")
                .header("Idempotency-Key", key)
                .body(Map.of())
                .post("/feedback/" + entry + "/promotion")
                .then()
                .statusCode(202)
                .header("Idempotency-Replayed", "true")
                .header("Location", containsString("/api/v1/items/" + item))
                .header("Steward-Version", containsString("promotion:" + item + "@1"))
                .body("link.result", equalTo("CREATED"));
    }

    @Test
    void usesTheTitleAndDescriptionOfTheRequest() {
        String item =
                promote(
                                "olivia",
                                Map.of(
                                        "type", "RESEARCH",
                                        "title", "Who blocks tags?",
                                        "description", "Ask three of them."))
                        .statusCode(202)
                        .extract()
                        .path("itemId");
        var asked = asked(item);
        assertThat(asked.get("type").asText()).isEqualTo("RESEARCH");
        assertThat(asked.get("title").asText()).isEqualTo("Who blocks tags?");
        assertThat(asked.get("description").asText()).isEqualTo("Ask three of them.");
    }

    @Test
    void theItemIsKnownBeforeItsEventArrives() {
        var item = promoted();
        String link = as("dana").get("/feedback/" + entry).path("links[0].id");
        as("dana")
                .get("/feedback/" + entry + "/links/" + link)
                .then()
                .statusCode(200)
                .body("item.title", equalTo("Block tags"));
        var other = product.feedback("dana", Map.of("text", "Me too"));
        product.link(other, UUID.fromString(item), Map.of());
        as("dana").get("/feedback/" + other).then().body("status", equalTo("LINKED"));
    }

    @Test
    void theStatusFollowsTheItemOnceItIsThere() {
        var item = UUID.fromString(promoted());
        publishAndAwait(product.itemSample(item, 1).withState("title", "Block hashtags"));
        shown().then()
                .body("status", equalTo("LINKED"))
                .body("links[0].item.title", equalTo("Block hashtags"))
                .body("links[0].item.key", equalTo("SHOP-1"));
        publishAndAwait(ReleaseFixture.work(product, item, "selected", 1));
        shown().then().body("status", equalTo("PLANNED"));
        publishAndAwait(product.itemSample(item, 2).withState("status", "DROPPED"));
        shown().then().body("status", equalTo("TRIAGED"));
        assertThat(promoted()).isEqualTo(item.toString());
    }

    @Test
    void aMergedEntryIsRefusedUntilItIsUnmerged() {
        var into = product.feedback("dana", Map.of("text", "Mute tags"));
        merge(entry, into);
        promote("olivia", Map.of())
                .statusCode(409)
                .body("code", equalTo("feedback-closed"))
                .body("mergedInto", equalTo(into));
        as("olivia").post("/feedback/" + entry + "/unmerge").then().statusCode(200);
        promoted();
    }

    @Test
    void staysPromotedWhenItIsMergedLater() {
        var into = product.feedback("dana", Map.of("title", "Mute tags", "text", "Please."));
        var item = promoted();
        merge(entry, into);
        promote("olivia", Map.of())
                .statusCode(202)
                .body("itemId", equalTo(item))
                .body("link.feedbackStatus", equalTo("MERGED"));
        as("olivia").get("/feedback/" + into).then().body("status", equalTo("LINKED"));
        entry = into;
        assertThat(promoted()).isNotEqualTo(item);
    }

    @Test
    void aLinkThatWasRemovedStaysRemoved() {
        var item = promoted();
        String link = shown().path("links[0].id");
        as("olivia")
                .header("If-Match", "*")
                .delete("/feedback/" + entry + "/links/" + link)
                .then()
                .statusCode(204);
        promote("olivia", Map.of())
                .statusCode(202)
                .body("itemId", equalTo(item))
                .body("link", nullValue());
        shown().then().body("status", equalTo("TRIAGED"));
        as("olivia")
                .body(Map.of("itemId", item))
                .post("/feedback/" + entry + "/links")
                .then()
                .statusCode(200)
                .body("feedbackStatus", equalTo("LINKED"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dana", "sam"})
    void needsTheRightToTriage(String reader) {
        promote(reader, Map.of()).statusCode(403).body("right", equalTo("TRIAGE_FEEDBACK"));
    }

    @Test
    void ownFeedbackIsNoWayRoundTheRightToCreateItems() {
        entry = product.feedback("stella", Map.of("text", "Mine"));
        promote("stella", Map.of()).statusCode(403);
        promote("otto", Map.of()).statusCode(404).body("code", equalTo("feedback-not-found"));
    }

    @Test
    void refusesInvalidItems() {
        promote("olivia", Map.of("title", "x".repeat(251))).statusCode(422);
        promote("olivia", Map.of("title", " \u0001\u00a0\u2003\n")).statusCode(422);
        promote("olivia", Map.of("description", "x".repeat(30_001))).statusCode(422);
        promote("olivia", Map.of("importance", 4)).statusCode(422);
        promote("olivia", Map.of("type", "WISH")).statusCode(422);
        promote("olivia", Map.of("estimate", 5)).statusCode(400);
        promote("olivia", List.of()).statusCode(400);
        entry = product.feedback("dana", Map.of("text", "Ida Byron of Northwind wants tags"));
        promote("olivia", Map.of()).statusCode(422).body("errors[0].pointer", equalTo("/title"));
        promote("olivia", Map.of("title", "Named")).statusCode(202);
        entry = UUID.randomUUID().toString();
        promote("olivia", Map.of()).statusCode(404).body("code", equalTo("feedback-not-found"));
    }

    private ValidatableResponse promote(String subject, Object promotion) {
        return as(subject).body(promotion).post("/feedback/" + entry + "/promotion").then();
    }

    private String promoted() {
        return promote("olivia", Map.of()).statusCode(202).extract().path("itemId");
    }

    private Response shown() {
        return as("olivia").get("/feedback/" + entry);
    }

    private static void merge(String entry, String into) {
        as("olivia")
                .body(Map.of("into", into))
                .post("/feedback/" + entry + "/merge")
                .then()
                .statusCode(200);
    }

    private List<RecordedEvents.Recorded> requests(String item) {
        return new RecordedEvents(database)
                .of(UUID.fromString(item)).stream()
                        .filter(event -> event.aggregateType().equals("promotion"))
                        .toList();
    }

    private JsonNode asked(String item) {
        return requireNonNull(requests(item).getFirst().state());
    }
}
