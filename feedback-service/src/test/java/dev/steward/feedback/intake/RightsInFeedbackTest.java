package dev.steward.feedback.intake;

import static dev.steward.feedback.ProductFixture.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.steward.feedback.ProductFixture;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Submitting feedback is no way around the rights that other operations need.
@QuarkusTest
class RightsInFeedbackTest {

    private ProductFixture product;
    private final String company = unique("company");

    @BeforeEach
    void createProduct() {
        product = ProductFixture.shop();
    }

    @Test
    void aStakeholdersFeedbackMakesNoCustomer() {
        product.post("stella", "/feedback", entryOf(company))
                .then()
                .statusCode(403)
                .body("code", equalTo("missing-right"))
                .body("right", equalTo("CUSTOMERS"));
        product.post("dana", "/feedback", entryOf(company)).then().statusCode(403);
        assertThat(product.get("olivia", "/customers?limit=500").asString())
                .doesNotContain(company);
        product.post("stella", "/feedback", Map.of("text", "Mine")).then().statusCode(201);
    }

    @Test
    void whoMayReadCustomersNamesKnownOnes() {
        product.post("max", "/feedback", entryOf(company)).then().statusCode(201);
        product.post("dana", "/feedback", entryOf(company)).then().statusCode(201);
        product.post("stella", "/feedback", entryOf(company)).then().statusCode(403);
    }

    @Test
    void aBatchSaysWhichEntryNamesACompanyThatItMayNot() {
        var good = Map.of("text", "Mine", "externalId", unique("e"));
        var bad =
                Map.of(
                        "text",
                        "Theirs",
                        "votes",
                        List.of(
                                Map.of(),
                                Map.of(
                                        "voter",
                                        Map.of("externalId", "v", "customerExternalId", company))));
        product.post("dana", "/feedback/batch?atomic=false", Map.of("entries", List.of(good, bad)))
                .then()
                .statusCode(200)
                .body("results[0].result", equalTo("CREATED"))
                .body("results[1].result", equalTo("REFUSED"))
                .body("results[1].errors[0].code", equalTo("missing-right"))
                .body("results[1].errors[0].pointer", equalTo("/votes/1/voter/customerExternalId"));
    }

    @Test
    void aBatchLeavesTheVotesOfOthersAndSaysSo() {
        var id = unique("e");
        var voter = Map.of("externalId", unique("v"));
        String entry = product.feedback("dana", entry(id, Map.of("voter", voter, "importance", 0)));
        ProductFixture.as("sam")
                .body(Map.of("importance", 1))
                .post("/feedback/" + entry + "/votes")
                .then()
                .statusCode(201);
        // A vote that sam recorded in dana's entry.
        var other = Map.of("externalId", unique("v"));
        ProductFixture.as("sam")
                .body(Map.of("voter", other, "importance", 0))
                .post("/feedback/" + entry + "/votes")
                .then()
                .statusCode(201);
        var again =
                entry(
                        id,
                        Map.of("voter", voter, "importance", 3),
                        Map.of("voter", other, "importance", 3));
        product.post("dana", "/feedback/batch", Map.of("entries", List.of(again)))
                .then()
                .statusCode(200)
                .body("results[0].result", equalTo("UPDATED"))
                .body("results[0].votesOfOthers", contains(1));
        product.post("dana", "/feedback", again)
                .then()
                .statusCode(403)
                .body("right", equalTo("TRIAGE_FEEDBACK"));
        product.post("olivia", "/feedback", again).then().statusCode(200);
    }

    private static Map<String, Object> entry(String id, Map<?, ?>... votes) {
        return Map.of("externalId", id, "text", "Wish", "votes", List.of(votes));
    }

    private static Map<String, Object> entryOf(String company) {
        return Map.of(
                "text",
                "Wish",
                "contact",
                Map.of("externalId", unique("c"), "customerExternalId", company));
    }
}
