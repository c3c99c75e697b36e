package dev.steward.system;

import static dev.steward.local.oidc.Person.OLIVIA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Two instances of feedback-service on one database: what one is told of keys, the other knows at
/// once, because none remembers any.
class SourceKeyRevocationTest {

    @Test
    void aKeyEndsAndBeginsAtEveryInstanceAtOnce() {
        var product = product();
        var source = source(product);
        var second = RunningSystem.get().anotherFeedback().start();
        try {
            second.awaitReady();
            var elsewhere = second.url().toString();
            var here = RunningSystem.get().gateway().url().toString();
            String first = source.path("key");
            assertThat(read(here, product, first).statusCode()).isEqualTo(200);
            assertThat(read(elsewhere, product, first).statusCode()).isEqualTo(200);

            var keys = "/sources/" + source.path("id") + "/keys";
            String next = Api.as(OLIVIA).post(keys).then().statusCode(201).extract().path("key");
            assertThat(read(elsewhere, product, next).statusCode()).isEqualTo(200);
            revoke(keys, first);

            assertThat(read(elsewhere, product, first).statusCode()).isEqualTo(401);
            assertThat(read(here, product, first).statusCode()).isEqualTo(401);
            assertThat(read(elsewhere, product, next).statusCode()).isEqualTo(200);
            atAnOperationForPeople(first).then().statusCode(401);
            atAnOperationForPeople(next)
                    .then()
                    .statusCode(403)
                    .body("code", equalTo("missing-scope"));
        } finally {
            second.kill();
        }
    }

    private static String product() {
        var key = "RV" + Long.toString(System.nanoTime() % 1_000_000, 10);
        Api.post(OLIVIA, "/products", Map.of("key", key, "name", "Revocation"))
                .then()
                .statusCode(201);
        return key;
    }

    private static Response source(String product) {
        var wish = Map.of("name", "Shop", "scopes", List.of("feedback:write", "feedback:read"));
        return Api.post(OLIVIA, "/products/" + product + "/sources", wish)
                .then()
                .statusCode(201)
                .extract()
                .response();
    }

    private static void revoke(String keys, String key) {
        var id =
                key.split("_")[1].replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5");
        Api.as(OLIVIA).header("If-Match", "*").delete(keys + "/" + id).then().statusCode(204);
    }

    private static Response read(String instance, String product, String key) {
        return Api.withToken(key).baseUri(instance).get("/products/" + product + "/feedback");
    }

    private static Response atAnOperationForPeople(String key) {
        return Api.withToken(key).get("/products");
    }
}
