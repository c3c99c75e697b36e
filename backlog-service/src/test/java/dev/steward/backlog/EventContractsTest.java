package dev.steward.backlog;

import static dev.steward.backlog.Api.as;
import static org.assertj.core.api.Assertions.assertThat;

import dev.steward.platform.testing.GoldenSample;
import dev.steward.platform.testing.RecordedEvents;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Compares the events of products, members and items with their golden samples.
@QuarkusTest
class EventContractsTest {

    @Inject DataSource database;

    private UUID product;

    @BeforeEach
    void begin() {
        product = as("olivia").newProduct();
        as("olivia").makes("dana", "DEVELOPER", product);
        as("olivia")
                .request()
                .header("If-Match", "*")
                .body("{\"roles\":[\"OWNER\",\"DEVELOPER\"]}")
                .put("/api/v1/products/" + product + "/members/olivia")
                .then()
                .statusCode(200);
    }

    @Test
    void productEventsMatchTheContract() {
        as("olivia")
                .patch("/products/" + product, "*", "{\"description\":\"Where customers buy.\"}")
                .then()
                .statusCode(200);
        promised("product.created", "product.edited");
    }

    @Test
    void membershipEventsMatchTheContract() {
        as("olivia")
                .request()
                .header("If-Match", "*")
                .body("{\"roles\":[\"DEVELOPER\",\"SCRUM_MASTER\"]}")
                .put("/api/v1/products/" + product + "/members/dana")
                .then()
                .statusCode(200);
        as("olivia").delete("/products/" + product + "/members/dana", "*").then().statusCode(204);
        promised("membership.granted", "membership.changed", "membership.revoked");
    }

    @Test
    void itemEventsMatchTheContract() {
        var item = "/items/" + fullItem();
        as("olivia")
                .patch(item, "*", "{\"title\":\"Keep the basket warm\",\"value\":8}")
                .then()
                .statusCode(200);
        as("dana").patch(item, "*", "{\"estimate\":5}").then().statusCode(200);
        for (var step : List.of("refine", "ready", "drop", "restore")) {
            as("olivia").post(item + "/" + step, "{}").then().statusCode(200);
        }
        promised(
                "item.created",
                "item.edited",
                "item.estimated",
                "item.valued",
                "item.refining",
                "item.readied",
                "item.dropped",
                "item.restored");
    }

    private String fullItem() {
        return as("olivia")
                .post(
                        "/products/" + product + "/items",
                        """
                        {"type": "STORY", "title": "Keep the basket", "description": "As a shopper …",
                         "acceptanceCriteria": [{"text": "It survives a new login."}],
                         "labels": ["checkout"], "value": 13, "timeCriticality": 8, "riskReduction": 2,
                         "reach": 2000, "impact": 0.5, "confidence": 0.8, "estimate": 3, "goalId": "%s"}
                        """
                                .formatted(goal()))
                .path("id");
    }

    private String goal() {
        return as("olivia")
                .post("/products/" + product + "/goals", Map.of("title", "Come back"))
                .path("id");
    }

    /// There is such an event of the product, with the form of its golden sample.
    private void promised(String... events) {
        var told = new RecordedEvents(database).ofProduct(product);
        for (var event : events) {
            var type = "steward.backlog." + event + ".v1";
            var last = told.stream().filter(one -> one.type().equals(type)).reduce((_, b) -> b);
            assertThat(last).as(type).isPresent();
            GoldenSample.assertMatches("backlog", event, last.get());
        }
    }
}
