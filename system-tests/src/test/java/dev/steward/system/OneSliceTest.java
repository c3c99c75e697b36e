package dev.steward.system;

import static dev.steward.local.oidc.Person.DANA;
import static dev.steward.local.oidc.Person.OLIVIA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// The slice through everything: a vote moves a score, and the score says why.
public class OneSliceTest {

    private final String key =
            "S" + UUID.randomUUID().toString().substring(0, 6).toUpperCase(java.util.Locale.ROOT);

    @Test
    public void aVoteMovesAScoreThatSaysWhy() {
        Api.post(OLIVIA, "/products", Map.of("key", key, "name", "Corner shop"))
                .then()
                .statusCode(201);
        Api.as(OLIVIA)
                .contentType("application/json")
                .body(Map.of("roles", List.of("DEVELOPER")))
                .put("/products/" + key + "/members/dana")
                .then()
                .statusCode(201);
        String item =
                Api.post(
                                OLIVIA,
                                "/products/" + key + "/items",
                                Map.of(
                                        "type",
                                        "STORY",
                                        "title",
                                        "Gift cards",
                                        "value",
                                        5,
                                        "timeCriticality",
                                        3))
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
        var before = score(item);

        // Another service, at once: the gateway names what was just written, so it is already
        // there.
        String entry =
                Api.post(
                                OLIVIA,
                                "/products/" + key + "/feedback",
                                Map.of(
                                        "externalId", "shop#1",
                                        "title", "Gift cards please",
                                        "text", "Our customers ask for gift cards.",
                                        "kind", "IDEA"))
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
        Api.post(OLIVIA, "/feedback/" + entry + "/links", Map.of("itemId", item, "kind", "SOLVES"))
                .then()
                .statusCode(201);
        Api.post(DANA, "/feedback/" + entry + "/votes", Map.of("importance", 3))
                .then()
                .statusCode(201);

        Api.as(OLIVIA)
                .get("/items/" + item + "/demand")
                .then()
                .statusCode(200)
                .body("personCount", equalTo(2))
                .body("companyCount", equalTo(0));
        var after = score(item);
        assertThat(after).isGreaterThan(before);
        Api.as(OLIVIA)
                .get("/items/" + item + "/score")
                .then()
                .body("factors.name", hasItem("DEMAND"))
                .body("factors.find { it.name == 'DEMAND' }.input", equalTo(1.0f));
        assertThat(demandShare(item)).isCloseTo(1 - Math.pow(2, -0.1), within(1e-6));
    }

    private static double score(String item) {
        return Api.as(OLIVIA)
                .get("/items/" + item + "/score")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getDouble("score");
    }

    private static double demandShare(String item) {
        return Api.as(OLIVIA)
                .get("/items/" + item + "/score")
                .jsonPath()
                .getDouble("factors.find { it.name == 'DEMAND' }.normalized");
    }
}
