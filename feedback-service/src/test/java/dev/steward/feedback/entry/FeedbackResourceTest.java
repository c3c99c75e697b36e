package dev.steward.feedback.entry;

import static dev.steward.feedback.ProductFixture.as;
import static dev.steward.feedback.ProductFixture.unique;
import static dev.steward.feedback.ProductFixture.withToken;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.steward.feedback.ProductFixture;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FeedbackResourceTest {

    private ProductFixture product;

    @BeforeEach
    void createProduct() {
        product = ProductFixture.shop();
    }

    @Test
    void aStakeholderSeesWhatTheyBroughtIn() {
        var others = product.feedback("dana", Map.of("text", "Not hers"));
        var own = product.feedback("stella", Map.of("text", "Hers"));
        as("stella").get("/feedback/" + own).then().statusCode(200);
        as("stella").get("/feedback/" + others).then().statusCode(404);
        product.get("stella", "/feedback")
                .then()
                .body("items.id", hasItem(own))
                .body("items.id", not(hasItem(others)));
        product.get("dana", "/feedback")
                .then()
                .body("items.id", hasItem(own))
                .body("items.id", hasItem(others));
    }

    @Test
    void aKeySeesWhatItsSourceDidWithoutPeoplesData() {
        var key = product.sourceKey("own", false);
        var contact = Map.of("externalId", unique("c"), "name", "Ada", "email", "ada@x.example");
        var own =
                product.createdId(
                        product.postWithKey(
                                key, "/feedback", Map.of("text", "Wish", "contact", contact)));
        var others = product.feedback("dana", Map.of("text", "Not its"));
        withToken(key)
                .get("/feedback/" + own)
                .then()
                .statusCode(200)
                .body("contact.name", nullValue());
        withToken(key).get("/feedback/" + others).then().statusCode(404);
        withToken(key)
                .get("/products/" + product.id() + "/feedback")
                .then()
                .body("items.source.name", everyItem(equalTo("Source own")));
        as("max").get("/feedback/" + own).then().body("contact.email", equalTo("ada@x.example"));
        as("dana")
                .get("/feedback/" + own)
                .then()
                .body("contact.name", equalTo("Ada"))
                .body("contact.email", nullValue());
    }

    @Test
    void nobodyElseSeesAnything() {
        var entry = product.feedback("dana", Map.of("text", "Inside"));
        as("otto")
                .get("/feedback/" + entry)
                .then()
                .statusCode(404)
                .body("code", equalTo("feedback-not-found"));
        product.get("otto", "/feedback").then().statusCode(404);
    }

    @Test
    void isNotModifiedUntilSomethingShownChanges() {
        var entry = product.feedback("dana", Map.of("text", "Cached"));
        var etag = as("dana").get("/feedback/" + entry).header("ETag");
        as("dana").header("If-None-Match", etag).get("/feedback/" + entry).then().statusCode(304);
        as("sam").body(Map.of()).post("/feedback/" + entry + "/votes");
        as("dana")
                .header("If-None-Match", etag)
                .get("/feedback/" + entry)
                .then()
                .statusCode(200)
                .body("version", equalTo(1));
    }

    @Test
    void filtersAndPages() {
        var id = unique("filter");
        product.feedback("dana", Map.of("text", "Broken", "kind", "PROBLEM", "externalId", id));
        product.get("dana", "/feedback?kind=PROBLEM,PRAISE&status=NEW&externalId=" + id)
                .then()
                .body("items.size()", equalTo(1))
                .body("items[0].text", nullValue());
        product.get("dana", "/feedback?kind=IDEA&externalId=" + id)
                .then()
                .body("items.size()", equalTo(0));
        product.get("dana", "/feedback?kind=WISH")
                .then()
                .statusCode(422)
                .body("errors[0].parameter", equalTo("kind"))
                .body("errors[0].code", equalTo("one-of"));
        product.feedback("dana", Map.of("text", "Another"));
        String next = product.get("dana", "/feedback?limit=1").then().extract().path("page.next");
        as("dana")
                .queryParam("cursor", next)
                .queryParam("limit", 1)
                .get("/products/" + product.id() + "/feedback")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(1));
        as("dana")
                .queryParam("cursor", next)
                .queryParam("kind", "IDEA")
                .get("/products/" + product.id() + "/feedback")
                .then()
                .statusCode(400);
    }
}
