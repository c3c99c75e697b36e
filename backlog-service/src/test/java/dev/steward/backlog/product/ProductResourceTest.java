package dev.steward.backlog.product;

import static dev.steward.backlog.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import dev.steward.platform.testing.RecordedEvents;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ProductResourceTest {

    @Inject DataSource database;

    @Test
    void theCreatorOwnsTheProduct() {
        var product = as("olivia").newProduct();
        as("olivia")
                .get("/products/" + product)
                .then()
                .statusCode(200)
                .body("my.roles", equalTo(java.util.List.of("OWNER")))
                .body("my.rights", hasItem("ADMINISTER"))
                .body("my.rights", not(hasItem("ESTIMATE")));
    }

    @Test
    void productAndMembershipEventsAreWrittenTogether() {
        var product = as("olivia").newProduct();
        assertThat(new RecordedEvents(database).ofProduct(product))
                .extracting(RecordedEvents.Recorded::type)
                .containsExactly(
                        "steward.backlog.product.created.v1",
                        "steward.backlog.membership.granted.v1");
    }

    @Test
    void theAnswerNamesBothForWhoeverReadsThemElsewhere() {
        as("olivia")
                .post("/products", Map.of("key", key(), "name", "Shop"))
                .then()
                .statusCode(201)
                .header("ETag", containsString("\"1-"))
                .header("Steward-Version", containsString("product:"))
                .header("Steward-Version", containsString("membership:"));
    }

    @Test
    void aKeyIsTakenOnceAndForAll() {
        var key = key();
        as("olivia").post("/products", Map.of("key", key, "name", "Shop")).then().statusCode(201);
        as("otto")
                .post("/products", Map.of("key", key, "name", "Shop"))
                .then()
                .statusCode(409)
                .body("code", equalTo("product-key-taken"));
    }

    @Test
    void aKeyHasAForm() {
        as("olivia")
                .post("/products", Map.of("key", "shop", "name", "Shop"))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/key"));
    }

    @Test
    void aKeyIsFinal() {
        var product = as("olivia").newProduct();
        as("olivia")
                .patch("/products/" + product, "*", "{\"key\":\"OTHER\"}")
                .then()
                .statusCode(422)
                .body("code", equalTo("key-is-final"));
    }

    @Test
    void aProductIsFoundByItsKeyToo() {
        var product = as("olivia").newProduct();
        String key = as("olivia").get("/products/" + product).path("key");
        as("olivia")
                .get("/products/" + key)
                .then()
                .statusCode(200)
                .body("id", equalTo(product.toString()));
    }

    @Test
    void forAnOutsiderItDoesNotExist() {
        var product = as("olivia").newProduct();
        as("otto").get("/products/" + product).then().statusCode(404);
        as("otto").patch("/products/" + product, "*", "{\"name\":\"Mine\"}").then().statusCode(404);
    }

    @Test
    void onlyTheOwnerRenamesIt() {
        var product = as("olivia").newProduct();
        as("olivia").makes("max", "MANAGER", product);
        as("max")
                .patch("/products/" + product, "*", "{\"name\":\"Mine\"}")
                .then()
                .statusCode(403)
                .body("right", equalTo("EDIT_PRODUCT"));
    }

    @Test
    void whoReadAnOlderVersionIsShownTheCurrentOne() {
        var product = as("olivia").newProduct();
        as("olivia")
                .patch("/products/" + product, "\"1\"", "{\"name\":\"New\"}")
                .then()
                .statusCode(200);
        as("olivia")
                .patch("/products/" + product, "\"1\"", "{\"name\":\"Newer\"}")
                .then()
                .statusCode(412)
                .body("current.name", equalTo("New"))
                .body("current.version", equalTo(2));
    }

    @Test
    void aListShowsOnlyWhatOneIsAMemberOfPageByPage() {
        var me = "lister-" + UUID.randomUUID();
        var first = as(me).newProduct();
        var second = as(me).newProduct();
        var page = as(me).get("/products?limit=1");
        page.then()
                .statusCode(200)
                .body("items", hasSize(1))
                .header("Link", containsString("rel=\"next\""));
        String next = page.path("page.next");
        var rest = as(me).get("/products?limit=1&cursor=" + next);
        rest.then().body("items", hasSize(1)).body("page.next", equalTo(null));
        assertThat(
                        java.util.Set.of(
                                page.<String>path("items[0].id"), rest.<String>path("items[0].id")))
                .containsExactlyInAnyOrder(first.toString(), second.toString());
    }

    @Test
    void meNamesTheTokensPersonAndItsProducts() {
        var me = "me-" + UUID.randomUUID();
        var product = as(me).newProduct();
        as(me).get("/me")
                .then()
                .statusCode(200)
                .body("subject", equalTo(me))
                .body("timeZone", equalTo("Europe/Berlin"))
                .body("products", hasSize(1))
                .body("products[0].id", equalTo(product.toString()))
                .body("products[0].my.roles", equalTo(java.util.List.of("OWNER")));
    }

    private static String key() {
        return "K"
                + UUID.randomUUID().toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT);
    }
}
