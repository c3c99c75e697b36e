package dev.steward.feedback.item;

import static dev.steward.feedback.ProductFixture.as;
import static dev.steward.platform.testing.Kafka.publishAndAwait;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.steward.feedback.ProductFixture;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ItemEventsTest {

    private ProductFixture product;

    @BeforeEach
    void createProduct() {
        product = ProductFixture.shop();
    }

    @Test
    void projectsItems() {
        var item = product.item("11");
        var entry = linkedEntry(item);
        as("olivia")
                .get("/feedback/" + entry)
                .then()
                .body("links[0].item.key", equalTo(product.key() + "-11"))
                .body("links[0].item.title", equalTo("Pay by invoice"))
                .body("status", equalTo("LINKED"));
    }

    @Test
    void anEntryOfADroppedItemIsOnlyTriaged() {
        var item = product.item("12");
        var entry = linkedEntry(item);
        publishAndAwait(
                product.itemSample(item, 2)
                        .ofType("steward.backlog.item.dropped.v1")
                        .withState("status", "DROPPED"));
        assertThat(status(entry)).isEqualTo("TRIAGED");
    }

    @Test
    void lateOrRepeatedEventsChangeNothing() {
        var item = product.item("13");
        var entry = linkedEntry(item);
        publishAndAwait(
                product.itemSample(item, 3).withState("status", "DROPPED"),
                product.itemSample(item, 3).withState("status", "DROPPED"),
                product.itemSample(item, 2).withState("status", "READY"));
        assertThat(status(entry)).isEqualTo("TRIAGED");
    }

    @Test
    void aCallerWhoIsAheadIsToldToAskAgain() {
        var item = UuidCreator.getTimeOrderedEpoch();
        as("olivia")
                .header("Steward-After", "item:" + item + "@1")
                .get("/items/{i}/demand", item)
                .then()
                .statusCode(404)
                .header("Retry-After", "1")
                .body("code", equalTo("not-yet-visible"));
    }

    private String linkedEntry(UUID item) {
        var entry = product.feedback("dana", Map.of("text", "Wish"));
        product.link(entry, item, Map.of());
        return entry;
    }

    private static String status(String entry) {
        return as("olivia").get("/feedback/" + entry).then().extract().path("status");
    }
}
