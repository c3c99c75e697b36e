package dev.steward.feedback.source;

import static dev.steward.feedback.ProductFixture.as;
import static dev.steward.feedback.ProductFixture.unique;
import static dev.steward.feedback.ProductFixture.withToken;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.steward.feedback.ProductFixture;
import dev.steward.platform.testing.GoldenSample;
import dev.steward.platform.testing.RecordedEvents;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SourceKeyResourceTest {

    private static final Map<String, Object> ENTRY = Map.of("text", "Wish");

    @Inject DataSource database;

    private ProductFixture product;
    private String source;
    private String first;

    @BeforeEach
    void createSource() {
        product = ProductFixture.shop();
        var created = product.post("olivia", "/sources", Map.of("name", unique("Desk")));
        source = created.path("id");
        first = created.path("key");
    }

    @Test
    void twoKeysAreValidWhileOneReplacesTheOther() {
        String second =
                create("olivia")
                        .then()
                        .statusCode(201)
                        .body("key", matchesPattern("stw_[0-9a-f]{32}_[0-9a-f]{64}"))
                        .body("lastUsedAt", nullValue())
                        .extract()
                        .path("key");
        product.postWithKey(first, "/feedback", ENTRY).then().statusCode(201);
        product.postWithKey(second, "/feedback", ENTRY).then().statusCode(201);
        create("olivia").then().statusCode(409).body("code", equalTo("too-many-keys"));
        revoke(idOf(first)).then().statusCode(204);
        create("olivia").then().statusCode(201);
    }

    @Test
    void aRevokedKeyIsRefusedAtOnce() {
        product.postWithKey(first, "/feedback", ENTRY).then().statusCode(201);
        revoke(idOf(first)).then().statusCode(204);
        product.postWithKey(first, "/feedback", ENTRY).then().statusCode(401);
        withToken(first).get("/products/" + product.id() + "/feedback").then().statusCode(401);
        revoke(idOf(first)).then().statusCode(404).body("code", equalTo("source-key-not-found"));
    }

    @Test
    void aRequestWhoseBodyIsStillOnItsWayIsRefusedToo() throws IOException {
        var body = "{\"externalId\": \"late\", \"text\": \"Sent while the key was revoked\"}";
        try (var socket = new Socket("localhost", RestAssured.port)) {
            var head =
                    "POST /api/v1/products/%s/feedback HTTP/1.1\r\nHost: localhost\r\n"
                                    .formatted(product.id())
                            + "Authorization: Bearer %s\r\n".formatted(first)
                            + "Content-Type: application/json\r\nContent-Length: %d\r\n"
                                    .formatted(body.length())
                            + "Connection: close\r\n\r\n";
            var out = socket.getOutputStream();
            out.write((head + body.substring(0, 20)).getBytes(StandardCharsets.US_ASCII));
            out.flush();
            revoke(idOf(first)).then().statusCode(204);
            out.write(body.substring(20).getBytes(StandardCharsets.US_ASCII));
            out.flush();
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 401");
        }
    }

    @Test
    void theSourceListsItsKeysWithTheirLastUse() {
        product.postWithKey(first, "/feedback", ENTRY);
        create("olivia");
        product.get("max", "/sources/" + source)
                .then()
                .body("keys", hasSize(2))
                .body("keys[0].id", equalTo(idOf(first).toString()))
                .body("keys[0].createdAt", notNullValue())
                .body("keys[0].lastUsedAt", notNullValue())
                .body("keys[0].key", nullValue())
                .body("keys[1].lastUsedAt", nullValue());
    }

    @Test
    void aReplayedCreationComesWithoutTheSecret() {
        var idempotencyKey = unique("key");
        String id = created(idempotencyKey).body("key", notNullValue()).extract().path("id");
        created(idempotencyKey).body("id", equalTo(id)).body("key", nullValue());
        var location = "/sources/" + source + "/keys/" + id;
        as("olivia").get(location).then().statusCode(200).body("key", nullValue());
    }

    @Test
    void onlyTheOwnerReplacesKeys() {
        create("max").then().statusCode(403).body("right", equalTo("ADMINISTER"));
        create("dana").then().statusCode(403);
        create("otto").then().statusCode(404);
        withToken(first)
                .post("/sources/" + source + "/keys")
                .then()
                .statusCode(403)
                .body("code", equalTo("missing-scope"));
        as("max")
                .header("If-Match", "*")
                .delete("/sources/" + source + "/keys/" + idOf(first))
                .then()
                .statusCode(403);
        as("olivia").delete("/sources/" + source + "/keys/" + idOf(first)).then().statusCode(428);
    }

    @Test
    void theKeyOfAnotherSourceIsNotThere() {
        String other = product.post("olivia", "/sources", Map.of("name", "Other")).path("key");
        revoke(idOf(other)).then().statusCode(404);
        product.postWithKey(other, "/feedback", ENTRY).then().statusCode(201);
    }

    @Test
    void theBuiltInSourceHasNoKeys() {
        product.feedback("olivia", Map.of("text", "Makes it"));
        List<String> builtIn =
                product.get("olivia", "/sources?limit=500").path("items.findAll{it.builtIn}.id");
        as("olivia")
                .post("/sources/" + builtIn.getFirst() + "/keys")
                .then()
                .statusCode(409)
                .body("code", equalTo("source-is-built-in"));
    }

    @Test
    void eventsContainTheIdOfTheKeyAndNeverItsSecret() {
        String second = create("olivia").path("key");
        revoke(idOf(second));
        var events = new RecordedEvents(database).of(UUID.fromString(source));
        GoldenSample.assertMatches("feedback", "source.key-created", events.get(1));
        GoldenSample.assertMatches("feedback", "source.key-revoked", events.get(2));
        assertThat(events.toString()).doesNotContain(second.split("_")[2]);
    }

    private io.restassured.response.ValidatableResponse created(String idempotencyKey) {
        return as("olivia")
                .header("Idempotency-Key", idempotencyKey)
                .post("/sources/" + source + "/keys")
                .then()
                .statusCode(201);
    }

    private Response create(String subject) {
        return as(subject).post("/sources/" + source + "/keys");
    }

    private Response revoke(UUID key) {
        return as("olivia").header("If-Match", "*").delete("/sources/" + source + "/keys/" + key);
    }

    private static UUID idOf(String key) {
        return SourceKeyToken.parse(key).orElseThrow().id();
    }
}
