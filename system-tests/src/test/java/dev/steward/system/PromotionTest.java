package dev.steward.system;

import static dev.steward.local.oidc.Person.DANA;
import static dev.steward.local.oidc.Person.OLIVIA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What somebody asks for becomes an item with one call, and is there when one goes and looks.
class PromotionTest {

    private final String key =
            "P" + UUID.randomUUID().toString().substring(0, 6).toUpperCase(java.util.Locale.ROOT);
    private String entry;

    @BeforeEach
    void anEntryThatTwoAskFor() {
        Api.post(OLIVIA, "/products", Map.of("key", key, "name", "Corner shop"))
                .then()
                .statusCode(201);
        Api.as(OLIVIA)
                .contentType("application/json")
                .body(Map.of("roles", List.of("DEVELOPER")))
                .put("/products/" + key + "/members/dana")
                .then()
                .statusCode(201);
        entry =
                Api.post(
                                OLIVIA,
                                "/products/" + key + "/feedback",
                                Map.of(
                                        "title", "Checkout fails",
                                        "text", "With two coupons the checkout fails.",
                                        "kind", "PROBLEM"))
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
        Api.as(DANA).get("/products/" + key + "/feedback");
        Api.post(DANA, "/feedback/" + entry + "/votes", Map.of("importance", 3))
                .then()
                .statusCode(201);
    }

    @Test
    void feedbackBecomesAnItemThatKnowsWhoAsked() {
        var promoted = promote();
        String item = promoted.path("itemId");
        followed(promoted)
                .body("id", equalTo(item))
                .body("key", equalTo(key + "-1"))
                .body("type", equalTo("BUG"))
                .body("title", equalTo("Checkout fails"))
                .body("description", nullValue())
                .body("createdBy.subject", equalTo("olivia"));
        Api.as(OLIVIA)
                .get("/items/" + item + "/demand")
                .then()
                .statusCode(200)
                .body("personCount", equalTo(2));
        var score = Api.as(OLIVIA).get("/items/" + item + "/score").then().statusCode(200);
        score.body("factors.find { it.name == 'DEMAND' }.input", equalTo(1.0f));
        assertThat(score.extract().jsonPath().getDouble("score")).isPositive();
        Api.as(DANA)
                .get("/items/" + item + "/history")
                .then()
                .body("items[0].actor.subject", equalTo("olivia"))
                .body("items[0].change.sourceId", equalTo(entry));
        await().atMost(Duration.ofMinutes(3))
                .until(() -> (key + "-1").equals(shown().path("links[0].item.key")));
        shown().then().body("status", equalTo("LINKED"));
    }

    @Test
    void twiceIsTheSameItem() {
        followed(promote());
        String item = promote().path("itemId");
        Invariants.hold();
        Api.as(OLIVIA)
                .get("/products/" + key + "/items")
                .then()
                .body("items", hasSize(1))
                .body("items[0].id", equalTo(item));
    }

    private Response promote() {
        var answer = Api.post(OLIVIA, "/feedback/" + entry + "/promotion", Map.of());
        answer.then().statusCode(202);
        return answer;
    }

    /// Whoever says what they wait for is never told that there is nothing: the item, or to ask
    /// again.
    private static ValidatableResponse followed(Response promoted) {
        var location = promoted.header("Location").replaceFirst(".*/api/v1", "");
        return await().atMost(Duration.ofMinutes(3))
                .until(
                        () ->
                                Api.as(DANA)
                                        .header("Steward-After", promoted.header("Steward-Version"))
                                        .get(location),
                        answer -> {
                            if (answer.statusCode() == 404) {
                                answer.then().body("code", equalTo("not-yet-visible"));
                            }
                            return answer.statusCode() == 200;
                        })
                .then();
    }

    private Response shown() {
        return Api.as(OLIVIA).get("/feedback/" + entry);
    }
}
