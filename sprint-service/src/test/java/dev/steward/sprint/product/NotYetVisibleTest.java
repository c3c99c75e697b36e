package dev.steward.sprint.product;

import static dev.steward.platform.testing.Eventually.eventually;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import dev.steward.platform.testing.Kafka;
import dev.steward.platform.testing.Tokens;
import dev.steward.sprint.ProductFixture;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;

/// `Steward-After`: a caller who names an earlier write to another service sees it here.
@QuarkusTest
class NotYetVisibleTest {

    private final ProductFixture product = ProductFixture.unannounced(List.of("dana"));

    @Test
    void saysThatWhatWasWrittenElsewhereIsNotHereYet() {
        teamsAfter(membership(1))
                .then()
                .statusCode(404)
                .header("Retry-After", "1")
                .body("code", equalTo("not-yet-visible"));
    }

    /// The request waits for a second; on a slow machine the caller repeats it after `Retry-After`.
    @Test
    void answersOnceItHasArrived() {
        Kafka.publish(product.created(), product.granted("dana", "DEVELOPER"));
        eventually()
                .until(() -> {
                    var answer = teamsAfter(membership(1));
                    if (answer.statusCode() == 404) {
                        answer.then().body("code", equalTo("not-yet-visible"));
                    }
                    return answer.statusCode() == 200;
                });
    }

    @Test
    void answersAtOnceWhatIsHere() {
        Kafka.publishAndAwait(product.created(), product.granted("dana", "DEVELOPER"));
        teamsAfter(membership(1)).then().statusCode(200);
    }

    @Test
    void doesNotWaitForWhatThisServiceDoesNotKnow() {
        teamsAfter("demand:" + product.id() + "@1")
                .then()
                .statusCode(404)
                .body("code", equalTo("not-found"));
    }

    @Test
    void aStaleProjectionIsNotYetVisibleEither() {
        Kafka.publishAndAwait(product.created());
        teamsAfter(membership(1)).then().statusCode(404).body("code", equalTo("not-yet-visible"));
    }

    private String membership(long version) {
        return "membership:" + product.memberships().get("dana") + "@" + version;
    }

    private Response teamsAfter(String version) {
        return given().auth()
                .oauth2(Tokens.of("dana"))
                .header("Steward-After", version)
                .get("/api/v1/products/{p}/teams", product.id());
    }
}
