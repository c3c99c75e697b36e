package dev.steward.feedback;

import static dev.steward.feedback.ProductFixture.as;
import static dev.steward.feedback.ProductFixture.unique;

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

/// The events of this service match the samples in contracts/events/feedback.
@QuarkusTest
class ContractsTest {

    @Inject DataSource database;

    private ProductFixture product;
    private final String id = unique("contract");

    @BeforeEach
    void createProduct() {
        product = ProductFixture.shop();
    }

    @Test
    void ofASource() {
        product.sourceKey("contract", true);
        matches("source.created");
    }

    @Test
    void ofACustomer() {
        var body = Map.of("name", "Northwind", "externalIds", Map.of("crm", id));
        var customer = product.createdId(product.post("olivia", "/customers", body));
        matches("customer.created", customer, 1);
        product.post(
                "olivia",
                "/customers",
                Map.of("name", "Northwind Rail", "externalIds", Map.of("crm", id)));
        matches("customer.edited", customer, 2);
    }

    @Test
    void ofAContact() {
        submit(
                Map.of(
                        "externalId",
                        id,
                        "text",
                        "x",
                        "contact",
                        Map.of("externalId", id, "customerExternalId", id)));
        matches("contact.created");
        submit(
                Map.of(
                        "externalId",
                        id,
                        "text",
                        "x",
                        "contact",
                        Map.of("externalId", id, "customerExternalId", id + 2)));
        matches("contact.edited");
    }

    @Test
    void ofAnEntry() {
        var entry = submit(Map.of("externalId", id, "title", "Block tags", "text", "Please."));
        matches("feedback.received", entry, 1);
        submit(
                Map.of(
                        "externalId",
                        id,
                        "title",
                        "Block more tags",
                        "text",
                        "Please.",
                        "kind",
                        "PROBLEM"));
        matches("feedback.edited", entry, 2);
    }

    @Test
    void ofAVote() {
        var entry = submit(Map.of("externalId", id, "text", "Wish"));
        String vote = vote(entry, Map.of("importance", 1));
        vote(entry, Map.of("importance", 2));
        vote(entry, Map.of("withdrawn", true));
        matches("vote.cast", vote, 1);
        matches("vote.changed", vote, 2);
        matches("vote.withdrawn", vote, 3);
    }

    @Test
    void ofALink() {
        var entry = submit(Map.of("externalId", id, "text", "Wish"));
        var item = product.item(id).toString();
        String link = link(entry, Map.of("itemId", item, "importance", 1));
        link(entry, Map.of("itemId", item, "importance", 2));
        as("olivia")
                .header("If-Match", "*")
                .delete("/feedback/" + entry + "/links/" + link)
                .then()
                .statusCode(204);
        matches("link.made", link, 1);
        matches("link.changed", link, 2);
        matches("link.removed", link, 3);
    }

    @Test
    void ofAPromotion() {
        var entry = submit(Map.of("externalId", id, "title", "Block tags", "text", "All of them."));
        as("olivia").post("/feedback/" + entry + "/promotion").then().statusCode(202);
        matches("promotion.requested");
    }

    private String submit(Map<String, ?> entry) {
        return product.post("olivia", "/feedback", entry).path("id");
    }

    private static String vote(String entry, Map<String, ?> vote) {
        return as("dana").body(vote).post("/feedback/" + entry + "/votes").path("id");
    }

    private static String link(String entry, Map<String, ?> link) {
        return as("olivia").body(link).post("/feedback/" + entry + "/links").path("id");
    }

    private void matches(String event) {
        GoldenSample.assertMatches(
                "feedback", event, events().last("steward.feedback." + event + ".v1"));
    }

    private void matches(String event, String aggregate, int version) {
        List<RecordedEvents.Recorded> all = events().of(UUID.fromString(aggregate));
        GoldenSample.assertMatches("feedback", event, all.get(version - 1));
    }

    private RecordedEvents events() {
        return new RecordedEvents(database);
    }
}
