package dev.steward.feedback.vote;

import static dev.steward.feedback.ProductFixture.as;
import static dev.steward.feedback.ProductFixture.unique;
import static dev.steward.feedback.ProductFixture.withToken;
import static org.hamcrest.Matchers.equalTo;

import dev.steward.feedback.ProductFixture;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class VoteResourceTest {

    private ProductFixture product;
    private String entry;

    @BeforeEach
    void createEntry() {
        product = ProductFixture.shop();
        entry = product.feedback("olivia", Map.of("text", "Wish"));
    }

    @Test
    void isOnePerPersonAndEntry() {
        var first =
                vote("dana", Map.of("importance", 1))
                        .statusCode(201)
                        .body("result", equalTo("CREATED"))
                        .extract();
        vote("dana", Map.of("importance", 3))
                .statusCode(200)
                .body("result", equalTo("UPDATED"))
                .body("version", equalTo(2))
                .body("id", equalTo(first.path("id")));
        vote("dana", Map.of("importance", 3)).statusCode(200).body("result", equalTo("UNCHANGED"));
        vote("sam", Map.of()).statusCode(201);
        as("dana").get("/feedback/" + entry).then().body("voteCount", equalTo(2));
        as("dana")
                .get(first.header("Location").replaceFirst(".*/api/v1", ""))
                .then()
                .statusCode(200)
                .body("importance", equalTo(3));
    }

    @Test
    void canBeCastOnBehalfOfSomebody() {
        vote("dana", Map.of("voter", Map.of("externalId", unique("caller")), "quote", "Yes!"))
                .statusCode(201)
                .body("recordedBy", equalTo("dana"));
    }

    /// Happened once: dana changed somebody else's importance from 0 to 3, and withdrew the vote.
    @Test
    void isNotChangedByOthersWithoutTheRightToTriage() {
        var voter = Map.of("externalId", unique("caller"));
        vote("sam", Map.of("voter", voter, "importance", 0)).statusCode(201);
        vote("dana", Map.of("voter", voter, "importance", 3))
                .statusCode(403)
                .body("code", equalTo("missing-right"))
                .body("right", equalTo("TRIAGE_FEEDBACK"));
        vote("dana", Map.of("voter", voter, "withdrawn", true)).statusCode(403);
        vote("dana", Map.of("voter", voter, "importance", 0))
                .statusCode(200)
                .body("result", equalTo("UNCHANGED"));
        vote("sam", Map.of("voter", voter, "importance", 1)).statusCode(200);
        vote("max", Map.of("voter", voter, "importance", 2))
                .statusCode(200)
                .body("recordedBy", equalTo("sam"));
        vote("dana", Map.of("voter", voter, "withdrawn", true)).statusCode(403);
        vote("sam", Map.of("voter", voter, "withdrawn", true)).statusCode(200);
        vote("dana", Map.of("voter", voter)).statusCode(403);
    }

    @Test
    void makesACompanyOnlyWithTheRightToMakeCustomers() {
        var known = unique("known");
        product.post(
                        "olivia",
                        "/customers",
                        Map.of("name", known, "externalIds", Map.of("direct", known)))
                .then()
                .statusCode(201);
        voteOfCompany("dana", known).statusCode(201);
        voteOfCompany("dana", unique("unknown"))
                .statusCode(403)
                .body("right", equalTo("CUSTOMERS"));
        voteOfCompany("max", unique("unknown")).statusCode(201);
    }

    private ValidatableResponse voteOfCompany(String subject, String company) {
        return vote(
                subject,
                Map.of("voter", Map.of("externalId", unique("of"), "customerExternalId", company)));
    }

    @Test
    void canBeWithdrawn() {
        vote("dana", Map.of());
        vote("dana", Map.of("withdrawn", true)).statusCode(200).body("withdrawn", equalTo(true));
        as("dana").get("/feedback/" + entry).then().body("voteCount", equalTo(0));
        vote("sam", Map.of("withdrawn", true))
                .statusCode(404)
                .body("code", equalTo("vote-not-found"));
    }

    @Test
    void aStakeholderVotesForWhatTheyBroughtInOnly() {
        vote("stella", Map.of()).statusCode(404);
        var own = product.feedback("stella", Map.of("text", "Mine"));
        as("stella").body(Map.of()).post("/feedback/" + own + "/votes").then().statusCode(201);
    }

    @Test
    void aKeyVotesForItsOwnEntriesAndNamesTheVoter() {
        var key = product.sourceKey("votes", false);
        var own = product.createdId(product.postWithKey(key, "/feedback", Map.of("text", "Wish")));
        withToken(key)
                .body(Map.of("importance", 1))
                .post("/feedback/" + own + "/votes")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/voter"));
        withToken(key)
                .body(Map.of("voter", Map.of("email", unique("a") + "@x.example")))
                .post("/feedback/" + own + "/votes")
                .then()
                .statusCode(201);
        withToken(key)
                .body(Map.of("voter", Map.of("externalId", "x")))
                .post("/feedback/" + entry + "/votes")
                .then()
                .statusCode(404);
    }

    @Test
    void refusesWhatIsNoVote() {
        vote("dana", Map.of("importance", 4))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/importance"));
        vote("dana", Map.of("voter", Map.of("name", "Nobody in particular"))).statusCode(422);
        vote("dana", Map.of("votedAt", "3000-01-01T00:00:00Z")).statusCode(422);
        vote("dana", Map.of("weight", 4)).statusCode(400);
    }

    private ValidatableResponse vote(String subject, Map<String, ?> vote) {
        return as(subject).body(vote).post("/feedback/" + entry + "/votes").then();
    }
}
