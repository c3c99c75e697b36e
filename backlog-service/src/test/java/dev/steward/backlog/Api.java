package dev.steward.backlog;

import static io.restassured.RestAssured.given;

import dev.steward.platform.testing.Tokens;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;

/// HTTP requests to the API as a person makes them.
public final class Api {

    private static final String MERGE_PATCH = "application/merge-patch+json";

    private final String subject;

    private Api(String subject) {
        this.subject = subject;
    }

    public static Api as(String subject) {
        return new Api(subject);
    }

    public RequestSpecification request() {
        return given().auth().oauth2(Tokens.of(subject)).contentType(ContentType.JSON);
    }

    public Response get(String path) {
        return request().get("/api/v1" + path);
    }

    /// A path that is encoded already, as an attacker writes it.
    public Response getRaw(String path) {
        return request().urlEncodingEnabled(false).get("/api/v1" + path);
    }

    public Response post(String path, Object body) {
        return request().body(body).post("/api/v1" + path);
    }

    public Response post(String path) {
        return request().post("/api/v1" + path);
    }

    public Response put(String path, Object body) {
        return request().body(body).put("/api/v1" + path);
    }

    public Response patch(String path, String ifMatch, String body) {
        return request()
                .contentType(MERGE_PATCH)
                .header("If-Match", ifMatch)
                .body(body)
                .patch("/api/v1" + path);
    }

    public Response delete(String path, String ifMatch) {
        return request().header("If-Match", ifMatch).delete("/api/v1" + path);
    }

    /// Creates a product of this person, with an unused key.
    public UUID newProduct() {
        var key =
                "T"
                        + UUID.randomUUID()
                                .toString()
                                .replace("-", "")
                                .substring(0, 8)
                                .toUpperCase(java.util.Locale.ROOT);
        return id(post("/products", Map.of("key", key, "name", "Product " + key)));
    }

    public void makes(String member, String role, UUID product) {
        put("/products/" + product + "/members/" + member, "{\"roles\":[\"" + role + "\"]}")
                .then()
                .statusCode(201);
    }

    public UUID newItem(UUID product, String title) {
        return id(post("/products/" + product + "/items", Map.of("type", "STORY", "title", title)));
    }

    private static UUID id(Response created) {
        created.then().statusCode(201);
        return UUID.fromString(created.path("id"));
    }
}
