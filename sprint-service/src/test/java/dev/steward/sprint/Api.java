package dev.steward.sprint;

import static io.restassured.RestAssured.given;

import dev.steward.platform.testing.Tokens;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.jspecify.annotations.Nullable;

/// Requests to the API of this service on behalf of one person.
public record Api(String subject) {

    public static Api as(String subject) {
        return new Api(subject);
    }

    public RequestSpecification request() {
        return given().auth().oauth2(Tokens.of(subject)).contentType(ContentType.JSON);
    }

    public Response get(String path) {
        return request().get("/api/v1" + path);
    }

    public Response post(String path, @Nullable Object body) {
        return (body == null ? request() : request().body(body)).post("/api/v1" + path);
    }

    public Response patch(String path, String ifMatch, Object body) {
        return request()
                .contentType("application/merge-patch+json")
                .header("If-Match", ifMatch)
                .body(body)
                .patch("/api/v1" + path);
    }

    public Response delete(String path, String ifMatch) {
        return request().header("If-Match", ifMatch).delete("/api/v1" + path);
    }
}
