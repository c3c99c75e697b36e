package dev.steward.feedback.intake;

import static dev.steward.feedback.ProductFixture.as;
import static dev.steward.feedback.ProductFixture.unique;
import static dev.steward.feedback.ProductFixture.withToken;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import dev.steward.feedback.ProductFixture;
import dev.steward.platform.testing.RecordedEvents;
import dev.steward.platform.testing.StatementCount;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class IntakeResourceTest {

    @Inject DataSource database;
    @Inject StatementCount statements;

    private ProductFixture product;
    private final String id = unique("entry");

    @BeforeEach
    void createProduct() {
        product = ProductFixture.shop();
    }

    @Test
    void createsAnEntryOnce() {
        var entry = Map.of("externalId", id, "text", "# Block tags\nAs a user …");
        product.post("dana", "/feedback", entry)
                .then()
                .statusCode(201)
                .header("Location", startsWith("/api/v1/feedback/"))
                .body("result", equalTo("CREATED"))
                .body("title", equalTo("Block tags"))
                .body("status", equalTo("NEW"))
                .body("contact.name", equalTo("Dana"))
                .body("source.name", equalTo("Direct"));
        product.post("dana", "/feedback", entry)
                .then()
                .statusCode(200)
                .body("result", equalTo("UNCHANGED"));
        product.post("dana", "/feedback", Map.of("externalId", id, "text", "Other"))
                .then()
                .statusCode(200)
                .body("result", equalTo("UPDATED"))
                .body("version", equalTo(2));
    }

    @Test
    void anOlderStateThanTheKnownOneIsStale() {
        product.post(
                "dana",
                "/feedback",
                Map.of("externalId", id, "text", "New", "sourceUpdatedAt", "2026-01-02T00:00:00Z"));
        product.post(
                        "dana",
                        "/feedback",
                        Map.of(
                                "externalId",
                                id,
                                "text",
                                "Old",
                                "sourceUpdatedAt",
                                "2026-01-01T00:00:00Z"))
                .then()
                .statusCode(200)
                .body("result", equalTo("STALE"))
                .body("text", equalTo("New"));
    }

    @Test
    void nobodyEditsSomebodyElsesEntryByItsExternalId() {
        product.feedback("dana", Map.of("externalId", id, "text", "Hers"));
        product.post("stella", "/feedback", Map.of("externalId", id, "text", "Mine now"))
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("external-id-taken"));
        product.post("max", "/feedback", Map.of("externalId", id, "text", "Triaged"))
                .then()
                .statusCode(200);
    }

    @Test
    void aBatchSentAgainChangesNothing() {
        var key = product.sourceKey("again", false);
        var batch = batch(entry(id + 1, "a", "b"), entry(id + 2, "b", "c"));
        batch(key, batch).body("results.result", contains("CREATED", "CREATED"));
        var before = new RecordedEvents(database).ofProduct(product.id()).size();
        batch(key, batch).body("results.result", contains("UNCHANGED", "UNCHANGED"));
        assertThat(new RecordedEvents(database).ofProduct(product.id())).hasSize(before);
    }

    @Test
    void onlyWithdrawnTakesAVoteBack() {
        var key = product.sourceKey("absence", false);
        batch(key, batch(entry(id, "a", "b")));
        batch(key, batch(entry(id, "a"))).body("results.result", contains("UNCHANGED"));
        var withdrawn = new HashMap<>(entry(id));
        withdrawn.put("votes", List.of(Map.of("voter", voter("b"), "withdrawn", true)));
        var entry =
                batch(key, batch(withdrawn)).body("results.result", contains("UPDATED")).extract();
        withToken(key)
                .get("/feedback/" + entry.path("results[0].id"))
                .then()
                .body("voteCount", equalTo(1))
                .body("version", equalTo(1));
    }

    @Test
    void anEntryTwiceInABatchIsCreatedOnceAndUpdated() {
        var key = product.sourceKey("twice", false);
        var other = Map.of("externalId", id, "text", "Second thoughts");
        batch(key, batch(entry(id, "a"), other, other))
                .body("results.result", contains("CREATED", "UPDATED", "UNCHANGED"));
    }

    @Test
    void anAtomicBatchWithAnInvalidEntryWritesNothing() {
        var key = product.sourceKey("atomic", false);
        var batch = batch(entry(id, "a"), Map.of("externalId", id + 2, "text", " "), nameless());
        batch(key, batch)
                .statusCode(200)
                .body("results.result", contains("NOT_WRITTEN", "REFUSED", "REFUSED"))
                .body("results[1].errors[0].pointer", equalTo("/text"))
                .body("results[2].errors[0].pointer", equalTo("/votes/0/voter"));
        withToken(key)
                .get("/products/" + product.id() + "/feedback")
                .then()
                .body("items.size()", equalTo(0));
    }

    @Test
    void anEntryThatCannotBeReadIsNoReasonToRefuseTheOthers() {
        var key = product.sourceKey("unreadable", false);
        withToken(key)
                .body(
                        """
                        {"entries": [
                            {"externalId": "%1$s", "text": "Right"},
                            {"externalId": "%1$s-2", "text": "Wrong", "kind": "WISH"},
                            {"externalId": "%1$s-3", "text": "Wrong", "mood": "good"},
                            {"externalId": "%1$s-4", "text": 5, "votes": [{"importance": "much"}]},
                            null]}
                        """
                                .formatted(id))
                .post("/products/" + product.id() + "/feedback/batch?atomic=false")
                .then()
                .statusCode(200)
                .body(
                        "results.result",
                        contains("CREATED", "REFUSED", "REFUSED", "REFUSED", "REFUSED"))
                .body("results[1].externalId", equalTo(id + "-2"))
                .body("results[1].errors[0].pointer", equalTo("/kind"))
                .body("results[1].errors[0].code", equalTo("one-of"))
                .body("results[2].errors[0].pointer", equalTo("/mood"))
                .body("results[2].errors[0].code", equalTo("unknown-field"))
                .body("results[3].errors[0].pointer", equalTo("/text"))
                .body("results[4].errors[0].code", equalTo("unreadable"));
    }

    @Test
    void aBatchHoldsAtMost5000Votes() {
        var votes = "{\"importance\": 1},".repeat(999) + "{\"importance\": 1}";
        var entries =
                String.join(
                        ",",
                        Collections.nCopies(
                                6, "{\"text\": \"Many\", \"votes\": [%s]}".formatted(votes)));
        withToken(product.sourceKey("voters", false))
                .body("{\"entries\": [" + entries + "]}")
                .post("/products/" + product.id() + "/feedback/batch")
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("too-many-votes"))
                .body("errors[0].params.max", equalTo(5000));
    }

    @Test
    void aBatchThatIsNotAtomicWritesTheValidEntries() {
        var key = product.sourceKey("parts", false);
        var batch = batch(entry(id, "a"), Map.of("externalId", id + 2, "text", " "));
        withToken(key)
                .body(batch)
                .post("/products/" + product.id() + "/feedback/batch?atomic=false")
                .then()
                .statusCode(200)
                .body("results.result", contains("CREATED", "REFUSED"));
        withToken(key)
                .get("/products/" + product.id() + "/feedback")
                .then()
                .body("items.size()", equalTo(1));
    }

    @Test
    void refusesAMalformedBatch() {
        var batch = Map.of("entries", Collections.nCopies(501, Map.of("text", "x")));
        product.post("dana", "/feedback/batch", batch)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/entries"));
        product.post("dana", "/feedback/batch", Map.of("entries", List.of()))
                .then()
                .statusCode(422);
        product.post("dana", "/feedback/batch", Map.of("entry", List.of(Map.of("text", "x"))))
                .then()
                .statusCode(400);
    }

    @Test
    void aPersonOfManyVotesIsOnePersonOfTheCompanyNamedLast() {
        var key = product.sourceKey("people", false);
        var voter =
                Map.of(
                        "externalId",
                        unique("p"),
                        "customerExternalId",
                        id,
                        "customer",
                        Map.of("name", "Northwind"));
        var batch = batch(withVoter(id + 1, voter), withVoter(id + 2, voter));
        var item = product.item(unique("people"));
        for (String entry : batch(key, batch).extract().<List<String>>path("results.id")) {
            product.link(entry, item, Map.of());
        }
        as("olivia")
                .get("/items/{i}/demand", item)
                .then()
                .body("personCount", equalTo(1))
                .body("companyCount", equalTo(1))
                .body("demand", equalTo(1.0f))
                .body("terms[0].customer.name", equalTo("Northwind"));
    }

    @Test
    void textsStayInTheService() {
        var body =
                Map.of(
                        "text",
                        "Secret text",
                        "title",
                        "Open title",
                        "url",
                        "https://desk.example/1",
                        "attributes",
                        Map.of("plan", "gold"),
                        "externalId",
                        id);
        var entry = product.feedback("dana", body);
        var event = new RecordedEvents(database).of(UUID.fromString(entry)).getFirst();
        assertThat(event.toString())
                .contains("Open title")
                .doesNotContain("Secret", "desk.example", "gold");
    }

    @Test
    void takesAThousandVotesAtOnce() {
        var key = product.sourceKey("many", false);
        var voters = IntStream.range(0, 1_000).mapToObj(String::valueOf).toArray(String[]::new);
        batch(key, batch(entry(id, voters))).body("results.result", contains("CREATED"));
    }

    /// Rows are written a hundred at a time.
    @Test
    void aLargeBatchTakesHardlyMoreStatementsThanASmallOne() {
        var key = product.sourceKey("large", false);
        var small = statements.ofFresh(() -> sending(key, 10));
        var large = statements.ofFresh(() -> sending(key, 500));
        assertThat(large - small).isLessThan(20);
    }

    /// Half of the entries are new, the others and their votes change.
    private Runnable sending(String key, int entries) {
        var ids = IntStream.range(0, entries).mapToObj(_ -> unique("large")).toList();
        batch(key, batchOf(ids.subList(0, entries / 2), "Wish"));
        return () -> batch(key, batchOf(ids, "Another wish"));
    }

    private static Map<String, ?> batchOf(List<String> ids, String text) {
        return Map.of(
                "entries",
                ids.stream()
                        .map(id ->
                                Map.of(
                                        "externalId",
                                        id,
                                        "text",
                                        text,
                                        "votes",
                                        List.of(
                                                Map.of("voter", voter("Ada"), "quote", text),
                                                Map.of("voter", voter("Bob"), "quote", text))))
                        .toList());
    }

    private ValidatableResponse batch(String key, Map<String, ?> batch) {
        return product.postWithKey(key, "/feedback/batch", batch).then().statusCode(200);
    }

    @SafeVarargs
    private static Map<String, Object> batch(Map<String, ?>... entries) {
        return Map.of("entries", List.of(entries));
    }

    private static Map<String, Object> entry(String externalId, String... voters) {
        var votes =
                IntStream.range(0, voters.length)
                        .mapToObj(i -> Map.of("voter", voter(voters[i]), "importance", 2))
                        .toList();
        return Map.of(
                "externalId",
                externalId,
                "text",
                "Wish",
                "submittedAt",
                "2026-01-15T09:30:00Z",
                "votes",
                votes);
    }

    private static Map<String, Object> withVoter(String externalId, Map<String, ?> voter) {
        return Map.of(
                "externalId", externalId, "text", "Wish", "votes", List.of(Map.of("voter", voter)));
    }

    private static Map<String, Object> voter(String name) {
        return Map.of("externalId", name, "name", "Person " + name);
    }

    private static Map<String, Object> nameless() {
        return Map.of("text", "x", "votes", List.of(Map.of("importance", 1)));
    }
}
