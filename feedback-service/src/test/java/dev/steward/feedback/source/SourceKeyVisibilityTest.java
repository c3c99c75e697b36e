package dev.steward.feedback.source;

import static dev.steward.feedback.ProductFixture.as;
import static dev.steward.feedback.ProductFixture.unique;
import static dev.steward.feedback.ProductFixture.withToken;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.steward.feedback.ProductFixture;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A source key sees only the key of an item, and of its own entries the status, the reason and the
/// release. A key that may only write learns that an entry was taken, and no more.
@QuarkusTest
class SourceKeyVisibilityTest {

    private static final List<String> SECRETS =
            List.of(
                    "Told by Olivia",
                    "secret-quote",
                    "ida@example.org",
                    "Ida Byron",
                    "SECRET ITEM");

    private ProductFixture product;
    private String writer;
    private String both;
    private String entry;
    private String item;
    private final String id = unique("entry");

    /// An entry of the reading source, with a link, a vote and a contact that others have created.
    @BeforeEach
    void createEntryChangedByOthers() {
        product = ProductFixture.shop();
        var system = unique("desk").substring(0, 30);
        writer = product.sourceKey(system, false, "feedback:write");
        both = product.sourceKey(system, false, "feedback:write", "feedback:read");
        entry = submit(both, "Told by Olivia").path("id");
        item = product.item(unique("i")).toString();
        product.link(entry, java.util.UUID.fromString(item), Map.of("importance", 3));
        as("olivia")
                .body(Map.of("importance", 3, "quote", "secret-quote"))
                .post("/feedback/" + entry + "/votes")
                .then()
                .statusCode(201);
    }

    private Response submit(String key, String text) {
        return product.postWithKey(
                key,
                "/feedback",
                Map.of(
                        "externalId",
                        id,
                        "text",
                        text,
                        "sourceUpdatedAt",
                        "2026-01-02T00:00:00Z",
                        "contact",
                        Map.of(
                                "externalId",
                                "c",
                                "name",
                                "Ida Byron",
                                "email",
                                "ida@example.org")));
    }

    @Test
    void aKeyReadsOfItsEntryWhatItSaidAndWhatBecameOfIt() throws IOException {
        var answer = withToken(both).get("/feedback/" + entry);
        answer.then()
                .statusCode(200)
                .body("status", equalTo("LINKED"))
                .body("voteCount", equalTo(0))
                .body("contact", nullValue())
                .body("links", nullValue())
                .body("solvedBy[0].release", nullValue());
        assertThat(named(answer.asString()))
                .isSubsetOf(
                        Set.of(
                                "id",
                                "version",
                                "source",
                                "name",
                                "externalId",
                                "title",
                                "text",
                                "kind",
                                "attributes",
                                "status",
                                "submittedAt",
                                "sourceUpdatedAt",
                                "voteCount",
                                "solvedBy",
                                "key"));
        assertThat(answer.asString()).doesNotContain(item, "secret-quote", "ida@example.org");
        var listed = withToken(both).get("/products/" + product.id() + "/feedback");
        assertThat(listed.asString()).contains(entry).doesNotContain(item, "ida@example.org");
    }

    @Test
    void aKeyThatOnlyWritesLearnsNoMoreThanTaken() throws IOException {
        String own = submit(writer, "First of the writer").path("id");
        as("olivia")
                .body(Map.of("itemId", item))
                .post("/feedback/" + own + "/links")
                .then()
                .statusCode(201);
        var stale =
                product.postWithKey(
                        writer,
                        "/feedback",
                        Map.of(
                                "externalId",
                                id,
                                "text",
                                "Told by nobody",
                                "sourceUpdatedAt",
                                "2026-01-01T00:00:00Z"));
        stale.then().statusCode(200).body("result", equalTo("STALE"));
        assertThat(named(stale.asString())).isEqualTo(Set.of("id", "externalId", "result"));
        var again = submit(writer, "Second of the writer");
        again.then().statusCode(200).body("result", equalTo("UPDATED"));
        assertThat(named(again.asString())).isEqualTo(Set.of("id", "externalId", "result"));
        var batch =
                product.postWithKey(
                        writer,
                        "/feedback/batch",
                        Map.of("entries", List.of(Map.of("externalId", id, "text", "Third"))));
        assertThat(named(batch.asString()))
                .isEqualTo(Set.of("results", "id", "externalId", "result"));
        assertThat(stale.asString() + again.asString() + batch.asString()).doesNotContain(SECRETS);
    }

    @Test
    void noAnswerToAKeyNamesWhatItChangedElsewhere() {
        var voice = Map.of("voter", Map.of("externalId", unique("v")), "importance", 3);
        var vote = withToken(both).body(voice).post("/feedback/" + entry + "/votes");
        vote.then().statusCode(201).header("Steward-Version", nullValue());
        submit(both, "Other words").then().header("Steward-Version", nullValue());
        as("olivia")
                .body(Map.of("importance", 2))
                .post("/feedback/" + entry + "/votes")
                .then()
                .header("Steward-Version", not(nullValue()));
        var replayed = unique("key");
        for (int i = 0; i < 2; i++) {
            withToken(both)
                    .header("Idempotency-Key", replayed)
                    .body(voice)
                    .post("/feedback/" + entry + "/votes")
                    .then()
                    .statusCode(200)
                    .header("Steward-Version", nullValue());
        }
    }

    @Test
    void aKeySeesOfAVoteThatItIsThere() throws IOException {
        var voice = Map.of("voter", Map.of("externalId", unique("v")), "importance", 3);
        var vote = withToken(both).body(voice).post("/feedback/" + entry + "/votes");
        assertThat(named(vote.asString()))
                .isEqualTo(Set.of("id", "version", "feedbackId", "withdrawn", "result"));
        withToken(both)
                .get("/feedback/" + entry + "/votes/" + vote.path("id"))
                .then()
                .statusCode(200);
        String others =
                as("olivia")
                        .body(Map.of("importance", 1))
                        .post("/feedback/" + entry + "/votes")
                        .path("id");
        withToken(both).get("/feedback/" + entry + "/votes/" + others).then().statusCode(404);
    }

    @Test
    void aKeyThatWritesCustomersReadsNone() throws IOException {
        var key = product.sourceKey(unique("crm").substring(0, 20), false, "customers:write");
        var crm = unique("crm");
        product.post(
                        "olivia",
                        "/customers",
                        Map.of(
                                "name",
                                "Northwind",
                                "segment",
                                "secret-quote",
                                "annualRevenue",
                                123456,
                                "externalIds",
                                Map.of("crm", crm, "other", unique("o"))))
                .then()
                .statusCode(201);
        var answer =
                product.postWithKey(
                        key,
                        "/customers",
                        Map.of("name", "Northwind Rail", "externalIds", Map.of("crm", crm)));
        answer.then()
                .statusCode(200)
                .body("result", equalTo("UPDATED"))
                .body("externalIds", equalTo(Map.of("crm", crm)))
                .body("segment", nullValue());
        assertThat(answer.asString()).doesNotContain("123456").doesNotContain(SECRETS);
    }

    /// Names of all properties that are not null, at every level.
    private static Set<String> named(String json) throws IOException {
        var names = new TreeSet<String>();
        collect(new ObjectMapper().readTree(json), names);
        return names;
    }

    private static void collect(JsonNode node, Set<String> names) {
        node.properties()
                .forEach(property -> {
                    if (!property.getValue().isNull()) {
                        names.add(property.getKey());
                    }
                    collect(property.getValue(), names);
                });
        if (node.isArray()) {
            node.forEach(element -> collect(element, names));
        }
    }
}
