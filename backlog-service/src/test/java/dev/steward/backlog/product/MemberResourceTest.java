package dev.steward.backlog.product;

import static dev.steward.backlog.Api.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import dev.steward.platform.testing.RecordedEvents;
import dev.steward.platform.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MemberResourceTest {

    @Inject DataSource database;

    private UUID product;

    @BeforeEach
    void begin() {
        product = as("olivia").newProduct();
    }

    @Test
    void aMemberIsMadeByPut() {
        as("olivia")
                .put(member("dana"), "{\"roles\":[\"DEVELOPER\"]}")
                .then()
                .statusCode(201)
                .header("Location", org.hamcrest.Matchers.endsWith("/members/dana"))
                .body("roles", equalTo(List.of("DEVELOPER")))
                .body("version", equalTo(1));
    }

    @Test
    void changingAMemberNeedsItsVersion() {
        as("olivia").makes("dana", "DEVELOPER", product);
        as("olivia").put(member("dana"), "{\"roles\":[\"MANAGER\"]}").then().statusCode(428);
    }

    @Test
    void aStaleChangeIsShownWhatIsThere() {
        as("olivia").makes("dana", "DEVELOPER", product);
        as("olivia")
                .request()
                .header("If-Match", "\"7\"")
                .body("{\"roles\":[\"MANAGER\"]}")
                .put("/api/v1" + member("dana"))
                .then()
                .statusCode(412)
                .body("current.roles", equalTo(List.of("DEVELOPER")));
    }

    @Test
    void aConditionThatDoesNotHoldIsA412() {
        request("If-Match", "*").put("/api/v1" + member("dana")).then().statusCode(412);
        request("If-None-Match", "*").put("/api/v1" + member("dana")).then().statusCode(201);
        request("If-None-Match", "*")
                .put("/api/v1" + member("dana"))
                .then()
                .statusCode(412)
                .body("currentVersion", equalTo(1));
    }

    @Test
    void whoHasNeverSignedInIsNotKnown() {
        var subject = "ghost-" + product;
        as("olivia").makes(subject, "DEVELOPER", product);
        var unknown = as("olivia").get(member(subject));
        unknown.then().body("known", equalTo(false)).body("name", nullValue());

        as(subject).get("/me");

        request("If-None-Match", unknown.header("ETag"))
                .get("/api/v1" + member(subject))
                .then()
                .statusCode(200)
                .body("known", equalTo(true));
    }

    private io.restassured.specification.RequestSpecification request(String header, String value) {
        return as("olivia").request().header(header, value).body("{\"roles\":[\"DEVELOPER\"]}");
    }

    @Test
    void namingAnotherOwnerHandsTheProductOver() {
        as("olivia").makes("max", "OWNER", product);
        as("max").get(member("olivia")).then().body("roles", equalTo(List.of("MANAGER")));
        as("max").get(member("max")).then().body("roles", equalTo(List.of("OWNER")));
    }

    @Test
    void aHandoverHasAnEventForBothMembers() {
        as("olivia").makes("max", "OWNER", product);
        assertThat(new RecordedEvents(database).ofProduct(product))
                .extracting(RecordedEvents.Recorded::type)
                .endsWith(
                        "steward.backlog.membership.changed.v1",
                        "steward.backlog.membership.granted.v1");
    }

    @Test
    void theOwnerCannotGiveItUpWithoutAnother() {
        as("olivia")
                .request()
                .header("If-Match", "*")
                .body("{\"roles\":[\"MANAGER\"]}")
                .put("/api/v1" + member("olivia"))
                .then()
                .statusCode(409)
                .body("code", equalTo("product-needs-its-owner"));
        as("olivia").delete(member("olivia"), "*").then().statusCode(409);
    }

    @Test
    void theAdministratorHandsOverWithoutBeingAMember() {
        given().auth()
                .oauth2(Tokens.ofAdmin("ada"))
                .contentType("application/json")
                .body("{\"roles\":[\"OWNER\"]}")
                .put("/api/v1" + member("max"))
                .then()
                .statusCode(201);
        as("max").get(member("olivia")).then().body("roles", equalTo(List.of("MANAGER")));
    }

    @Test
    void theAdministratorDoesNothingElse() {
        given().auth()
                .oauth2(Tokens.ofAdmin("ada"))
                .contentType("application/json")
                .body("{\"roles\":[\"MANAGER\"]}")
                .put("/api/v1" + member("max"))
                .then()
                .statusCode(404);
    }

    @Test
    void membersDoNotAppointMembers() {
        as("olivia").makes("max", "MANAGER", product);
        as("max")
                .put(member("dana"), "{\"roles\":[\"DEVELOPER\"]}")
                .then()
                .statusCode(403)
                .body("right", equalTo("ADMINISTER"));
    }

    @Test
    void aMemberMayLeave() {
        as("olivia").makes("dana", "DEVELOPER", product);
        as("dana").delete(member("dana"), "*").then().statusCode(204);
        as("dana").get("/products/" + product).then().statusCode(404);
        as("olivia").get(member("dana")).then().statusCode(404);
    }

    @Test
    void whoComesBackGoesOnFromTheVersionOfTheOldMembership() {
        as("olivia").makes("dana", "DEVELOPER", product);
        as("olivia").delete(member("dana"), "\"1\"").then().statusCode(204);
        as("olivia")
                .put(member("dana"), "{\"roles\":[\"STAKEHOLDER\"]}")
                .then()
                .statusCode(201)
                .body("version", equalTo(3));
    }

    @Test
    void membersAndPeopleAreListed() {
        as("dana").get("/me").then().statusCode(200);
        as("olivia").makes("dana", "DEVELOPER", product);
        as("dana")
                .get("/products/" + product + "/members")
                .then()
                .statusCode(200)
                .body("items.subject", equalTo(List.of("dana", "olivia")));
        as("dana")
                .get("/products/" + product + "/people")
                .then()
                .statusCode(200)
                .body("items.name", hasItems("Dana", "Olivia"));
    }

    private String member(String subject) {
        return "/products/" + product + "/members/" + subject;
    }
}
