package dev.steward.feedback.link;

import static dev.steward.feedback.ProductFixture.as;
import static dev.steward.feedback.ProductFixture.unique;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import dev.steward.feedback.ProductFixture;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LinkResourceTest {

    private static final class Known {
        static final String KEY = unique("l").substring(26);
        static final UUID ITEM = ProductFixture.shop().item(KEY);
    }

    private ProductFixture product;
    private String entry;

    @BeforeEach
    void createEntry() {
        product = ProductFixture.shop();
        entry = product.feedback("dana", Map.of("text", "Wish"));
    }

    @Test
    void linksToAnItemByItsKey() {
        var itemKey = product.key() + "-" + Known.KEY;
        var item = Known.ITEM;
        var created =
                link("max", Map.of("itemId", itemKey, "importance", 2))
                        .statusCode(201)
                        .header("Steward-Version", startsWith("demand:" + item + "@"))
                        .body("kind", equalTo("SOLVES"))
                        .body("item.key", equalTo(itemKey))
                        .extract();
        as("dana")
                .get(created.header("Location").replaceFirst(".*/api/v1", ""))
                .then()
                .statusCode(200);
        as("dana")
                .get("/feedback/" + entry)
                .then()
                .body("status", equalTo("LINKED"))
                .body("links.size()", equalTo(1));
    }

    @Test
    void linkingAgainReplacesKindAndImportance() {
        var item = Known.ITEM.toString();
        link("olivia", Map.of("itemId", item)).statusCode(201);
        link("olivia", Map.of("itemId", item)).statusCode(200).body("result", equalTo("UNCHANGED"));
        link("olivia", Map.of("itemId", item, "kind", "RELATES"))
                .statusCode(200)
                .body("result", equalTo("UPDATED"))
                .body("version", equalTo(2));
        as("dana").get("/feedback/" + entry).then().body("status", equalTo("TRIAGED"));
    }

    @Test
    void aRemovedLinkGoesOnFromItsVersion() {
        var item = Known.ITEM.toString();
        String id = link("olivia", Map.of("itemId", item)).extract().path("id");
        var path = "/feedback/" + entry + "/links/" + id;
        as("olivia").delete(path).then().statusCode(428);
        as("olivia").header("If-Match", "\"7\"").delete(path).then().statusCode(412);
        as("olivia").header("If-Match", "\"1\"").delete(path).then().statusCode(204);
        as("olivia").header("If-Match", "*").delete(path).then().statusCode(404);
        link("olivia", Map.of("itemId", item)).statusCode(200).body("version", equalTo(3));
    }

    @Test
    void needsTheRightToTriage() {
        var item = Known.ITEM.toString();
        link("dana", Map.of("itemId", item))
                .statusCode(403)
                .body("right", equalTo("TRIAGE_FEEDBACK"));
        link("stella", Map.of("itemId", item)).statusCode(404);
        as("olivia")
                .body(Map.of("itemId", item))
                .post("/feedback/" + UUID.randomUUID() + "/links")
                .then()
                .statusCode(404);
    }

    @Test
    void findsNoItemOfAnotherProductAndNoneThatIsNotThere() {
        var other = ProductFixture.withMembers();
        link("olivia", Map.of("itemId", other.item("9").toString()))
                .statusCode(404)
                .body("code", equalTo("item-not-found"));
        link("olivia", Map.of("itemId", "SHOP-404")).statusCode(404);
        link("olivia", Map.of("itemId", Known.ITEM.toString(), "importance", 4)).statusCode(422);
    }

    private ValidatableResponse link(String subject, Map<String, ?> link) {
        return as(subject).body(link).post("/feedback/" + entry + "/links").then();
    }
}
