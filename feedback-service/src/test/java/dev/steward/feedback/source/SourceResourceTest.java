package dev.steward.feedback.source;

import static dev.steward.feedback.ProductFixture.as;
import static dev.steward.feedback.ProductFixture.unique;
import static dev.steward.feedback.ProductFixture.withToken;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import dev.steward.feedback.ProductFixture;
import dev.steward.platform.testing.RecordedEvents;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class SourceResourceTest {

    private static final Map<String, Object> ENTRY = Map.of("text", "Wish");

    @Inject DataSource database;

    private ProductFixture product;

    @BeforeEach
    void createProduct() {
        product = ProductFixture.shop();
    }

    @Test
    void showsTheKeyOnce() {
        var answer = product.post("olivia", "/sources", Map.of("name", "Help Desk 24"));
        answer.then()
                .statusCode(201)
                .body("key", matchesPattern("stw_[0-9a-f]{32}_[0-9a-f]{64}"))
                .body("system", equalTo("help-desk-24"))
                .body("scopes", contains("feedback:write", "feedback:read"));
        as("max")
                .get(answer.header("Location").replaceFirst(".*/api/v1", ""))
                .then()
                .body("key", nullValue())
                .body("keys", hasSize(1))
                .body("keys[0].key", nullValue());
    }

    @Test
    void replaysTheCreationWithoutTheKey() {
        var key = unique("key");
        var body = Map.of("name", "Replayed");
        String id =
                as("olivia")
                        .header("Idempotency-Key", key)
                        .body(body)
                        .post("/products/" + product.id() + "/sources")
                        .then()
                        .statusCode(201)
                        .body("$", hasKey("key"))
                        .extract()
                        .path("id");
        as("olivia")
                .header("Idempotency-Key", key)
                .body(body)
                .post("/products/" + product.id() + "/sources")
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .body("id", equalTo(id))
                .body("key", nullValue());
    }

    @Test
    void neverShowsTheKeyAgain() {
        var answer = product.post("olivia", "/sources", Map.of("name", "Secret"));
        String secret = answer.<String>path("key").split("_")[2];
        var event = new RecordedEvents(database).of(UUID.fromString(answer.path("id"))).getFirst();
        assertThat(event.toString()).doesNotContain(secret);
    }

    @ParameterizedTest
    @ValueSource(strings = {"direct", "member", "Zendesk", "a b"})
    void refusesAReservedOrMalformedSystem(String system) {
        product.post("olivia", "/sources", Map.of("name", "X", "system", system))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/system"));
    }

    @Test
    void refusesOptionsThatNeedEventsOfASource() {
        product.post("olivia", "/sources", Map.of("name", "X", "tellsPeople", true))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/tellsPeople"))
                .body("errors[0].code", equalTo("not-available"));
    }

    @Test
    void onlyTheOwnerCreatesSources() {
        product.post("max", "/sources", Map.of("name", "X"))
                .then()
                .statusCode(403)
                .body("code", equalTo("missing-right"));
        product.get("max", "/sources").then().statusCode(200);
        product.get("dana", "/sources").then().statusCode(403);
    }

    @Test
    void aKeyMaySubmitToItsProduct() {
        var key = product.sourceKey(unique("s").substring(0, 20), false);
        product.postWithKey(key, "/feedback", ENTRY).then().statusCode(201);
        withToken(key)
                .body(ENTRY)
                .post("/products/" + product.key() + "/feedback")
                .then()
                .statusCode(201);
    }

    @Test
    void aKeyFindsNoOtherProduct() {
        var key = product.sourceKey("elsewhere", false);
        var other = ProductFixture.withMembers();
        other.postWithKey(key, "/feedback", ENTRY).then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sources", "/customers"})
    void aKeyIsRefusedByOperationsForMembers(String path) {
        var key = product.sourceKey("nobody", false);
        withToken(key)
                .get("/products/" + product.id() + path)
                .then()
                .statusCode(403)
                .body("code", equalTo("missing-scope"));
        withToken("stw_" + "0".repeat(32) + "_" + "0".repeat(64))
                .get("/products/" + product.id() + path)
                .then()
                .statusCode(401);
    }

    @Test
    void aKeyThatWasNeverGivenIsRefused() {
        product.postWithKey("stw_" + "0".repeat(32) + "_" + "0".repeat(64), "/feedback", ENTRY)
                .then()
                .statusCode(401)
                .body("code", equalTo("unauthenticated"));
        product.postWithKey("stw_0000_unknown", "/feedback", ENTRY).then().statusCode(401);
    }

    @Test
    void aKeyMayDoWhatItsScopesAllow() {
        var reader = product.sourceKey("reader", false, "feedback:read");
        product.postWithKey(reader, "/feedback", ENTRY)
                .then()
                .statusCode(403)
                .body("code", equalTo("missing-scope"))
                .body("scope", equalTo("feedback:write"));
        product.postWithKey(reader, "/customers", Map.of("name", "X"))
                .then()
                .statusCode(403)
                .body("scope", equalTo("customers:write"));
        withToken(reader).get("/products/" + product.id() + "/feedback").then().statusCode(200);
        var writer = product.sourceKey("writer", false, "feedback:write");
        withToken(writer)
                .get("/products/" + product.id() + "/feedback")
                .then()
                .statusCode(403)
                .body("scope", equalTo("feedback:read"));
    }
}
