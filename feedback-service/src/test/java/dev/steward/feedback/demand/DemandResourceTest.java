package dev.steward.feedback.demand;

import static dev.steward.feedback.ProductFixture.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.steward.feedback.ProductFixture;
import dev.steward.platform.testing.GoldenSample;
import dev.steward.platform.testing.RecordedEvents;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DemandResourceTest {

    @Inject DataSource database;

    private ProductFixture product;
    private String itemKey;
    private UUID item;
    private final String own = ProductFixture.unique("own");

    @BeforeEach
    void createProductWithItem() {
        product = ProductFixture.shop();
        itemKey = ProductFixture.unique("1");
        item = product.item(itemKey);
    }

    @Test
    void isZeroForAnItemThatNobodyAskedFor() {
        demandAs("dana")
                .body("demand", equalTo(0.0f))
                .body("companyCount", equalTo(0))
                .body("personCount", equalTo(0))
                .body("version", equalTo(0));
    }

    /// The worked example of the formula, over HTTP. A weight of 1 reaches the cap of the first
    /// company as 1.5 does.
    @Test
    void matchesTheExampleOfTheDomainModel() {
        createExample();
        demandAs("max")
                .header("ETag", startsWith("\"1-"))
                .body("demand", equalTo(11.869924f))
                .body("companyCount", equalTo(2))
                .body("personCount", equalTo(3))
                .body("terms", hasSize(3))
                .body("terms[0].value", equalTo(10.0f))
                .body("terms[0].capped", equalTo(true))
                .body("terms[0].customer.name", equalTo("Big"))
                .body("terms[1].value", equalTo(1.693147f))
                .body("terms[1].ageDays", equalTo(180))
                .body("terms[2].kind", equalTo("INDIVIDUALS"))
                .body("terms[2].value", equalTo(0.176777f));
    }

    @Test
    void showsOneDigitOfFewCompaniesToThoseWhoMayNotSeeTheTerms() {
        createExample();
        demandAs("stella")
                .body("demand", equalTo(10))
                .body("companyCount", equalTo(2))
                .body("terms", nullValue());
    }

    @Test
    void answersTheItemsKeyToo() {
        as("olivia")
                .get("/items/{i}/demand", product.key() + "-" + itemKey)
                .then()
                .body("itemId", equalTo(item.toString()));
    }

    @Test
    void isHiddenFromOutsiders() {
        as("otto")
                .get("/items/{i}/demand", item)
                .then()
                .statusCode(404)
                .body("code", equalTo("item-not-found"));
    }

    @Test
    void answersNotModifiedForTheCurrentETag() {
        var etag = demandAs("olivia").extract().header("ETag");
        as("olivia")
                .header("If-None-Match", etag)
                .get("/items/{i}/demand", item)
                .then()
                .statusCode(304);
    }

    @Test
    void publishesOneEventPerItem() {
        createExample();
        var events = new RecordedEvents(database).of(item);
        assertThat(events).hasSize(1);
        GoldenSample.assertMatches("feedback", "demand.changed", events.getFirst());
    }

    @Test
    void followsTheRevenueOfACompany() {
        createExample();
        product.post(
                        "olivia",
                        "/customers",
                        Map.of(
                                "name",
                                "Small",
                                "externalIds",
                                Map.of("direct", own + "small"),
                                "annualRevenue",
                                0))
                .then()
                .statusCode(200)
                .header("Steward-Version", startsWith("demand:" + item + "@2"));
        demandAs("olivia").body("demand", equalTo(11.176777f));
    }

    @Test
    void followsAPersonIntoACompany() {
        createExample();
        var contact = Map.of("externalId", own + "alone", "customerExternalId", own + "small");
        product.feedback("olivia", Map.of("text", "Something else", "contact", contact));
        demandAs("olivia").body("demand", equalTo(12.394472f)).body("personCount", equalTo(3));
    }

    @Test
    void endsWithTheLink() {
        var entry = createExample();
        String link = as("olivia").get("/feedback/" + entry).then().extract().path("links[0].id");
        as("olivia")
                .header("If-Match", "*")
                .delete("/feedback/" + entry + "/links/" + link)
                .then()
                .statusCode(204);
        demandAs("olivia").body("demand", equalTo(0.0f)).body("personCount", equalTo(0));
    }

    @Test
    void aLinkOfKindRelatesCountsNoVotes() {
        var entry = product.feedback("dana", Map.of("text", "Wish"));
        product.link(entry, item, Map.of("kind", "RELATES"));
        demandAs("olivia").body("demand", equalTo(0.0f));
    }

    @Test
    void aVoteWithoutImportanceUsesThatOfTheLink() {
        var entry = product.feedback("dana", Map.of("text", "Wish"));
        product.link(entry, item, Map.of("importance", 3));
        demandAs("olivia").body("demand", equalTo(0.75f));
    }

    /// A large company today, a small one half a year ago, a person alone a quarter ago.
    private String createExample() {
        customer("Big", "big", 1_000_000);
        customer("Small", "small", 100_000);
        var submitter = Map.of("externalId", own + "anna", "customerExternalId", own + "big");
        var votes =
                List.of(
                        Map.of("voter", submitter, "importance", 3),
                        vote(
                                Map.of(
                                        "externalId",
                                        own + "bert",
                                        "customerExternalId",
                                        own + "small"),
                                2,
                                180),
                        vote(Map.of("externalId", own + "alone"), 1, 90));
        var entry =
                product.feedback(
                        "olivia", Map.of("text", "Wish", "contact", submitter, "votes", votes));
        product.link(entry, item, Map.of());
        return entry;
    }

    private static Map<String, Object> vote(Map<String, ?> voter, int importance, int daysAgo) {
        return Map.of(
                "voter", voter,
                "importance", importance,
                "votedAt", Instant.now().minus(Duration.ofDays(daysAgo)).toString());
    }

    private void customer(String name, String id, int revenue) {
        product.createdId(
                product.post(
                        "olivia",
                        "/customers",
                        Map.of(
                                "name",
                                name,
                                "annualRevenue",
                                revenue,
                                "externalIds",
                                Map.of("direct", own + id))));
    }

    private ValidatableResponse demandAs(String subject) {
        return as(subject).get("/items/{i}/demand", item).then().statusCode(200);
    }
}
