package dev.steward.backlog.history;

import static dev.steward.backlog.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class HistoryResourceTest {

    private UUID item;

    @BeforeEach
    void begin() {
        var product = as("olivia").newProduct();
        as("olivia").makes("dana", "DEVELOPER", product);
        item = as("olivia").newItem(product, "Keep the basket");
        as("dana").patch("/items/" + item, "*", "{\"estimate\":5}").then().statusCode(200);
        as("olivia")
                .post("/items/" + item + "/drop", "{\"reason\":\"too late\"}")
                .then()
                .statusCode(200);
    }

    @Test
    void itSaysWhoDidWhatAndWhyNewestFirst() {
        as("dana")
                .get(history())
                .then()
                .statusCode(200)
                .body("items.version", contains(3, 2, 1))
                .body("items[0].reason", equalTo("too late"))
                .body("items[0].actor.name", equalTo("Olivia"))
                .body("items[1].type", equalTo("steward.backlog.item.estimated.v1"))
                .body("items[1].actor.subject", equalTo("dana"))
                .body("items[1].change.estimate.to", equalTo(5));
    }

    @Test
    void continuesExactlyAfterThePage() {
        var first = as("dana").get(history() + "?limit=2");
        first.then().body("items.version", contains(3, 2));
        String next = first.path("page.next");
        assertThat(next).isNotNull();
        as("dana")
                .get(history() + "?limit=2&cursor=" + next)
                .then()
                .body("items.version", contains(1));
    }

    @Test
    void outsidersHaveNoHistory() {
        as("otto").get(history()).then().statusCode(404);
    }

    @Test
    void anItemThatIsNotThereHasNone() {
        as("olivia").get("/items/" + UUID.randomUUID() + "/history").then().statusCode(404);
        as("olivia").get(history() + "?limit=0").then().statusCode(422).body("errors", hasSize(1));
    }

    private String history() {
        return "/items/" + item + "/history";
    }
}
