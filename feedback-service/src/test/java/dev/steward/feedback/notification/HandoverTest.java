package dev.steward.feedback.notification;

import static dev.steward.feedback.ProductFixture.as;
import static dev.steward.feedback.ProductFixture.unique;
import static dev.steward.feedback.ProductFixture.withToken;
import static dev.steward.platform.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.steward.feedback.ProductFixture;
import dev.steward.feedback.ReleaseFixture;
import dev.steward.local.mail.MailMessage;
import dev.steward.local.stack.TestStack;
import dev.steward.platform.testing.GoldenSample;
import dev.steward.platform.testing.RecordedEvents;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A source that tells its people itself, such as a help desk, gets their messages as events.
@QuarkusTest
class HandoverTest {

    private static final String DESK = "desk";

    @Inject DataSource database;

    private final String mark = unique("h");
    private ProductFixture product;
    private String key;

    @BeforeEach
    void createSourceThatTellsItsPeople() {
        product = ProductFixture.shop();
        var desk = product.post("olivia", "/sources", Map.of("name", "Desk", "system", DESK));
        key = desk.path("key");
        // Refused by the API until a source can read what is handed over to it.
        tellsItsPeople(desk.path("id"));
    }

    @Test
    void itsPeopleAreHandedOverWithOrWithoutAnAddress() {
        var item = product.item(unique("L"));
        var entry = entry();
        product.link(entry, item, Map.of());
        var release = ReleaseFixture.planned(product, item);
        as("olivia")
                .get("/releases/" + release.id() + "/loop/preview")
                .then()
                .body("counts.PENDING", equalTo(2));
        release.publishReleased();
        eventually().until(() -> status(entry).equals("CLOSED"));
        release.notification()
                .then()
                .body("counts.HANDED_OVER", equalTo(2))
                .body("items", hasSize(2));
        release.happens("released", 2);
        assertThat(mail()).isEmpty();
        var events =
                release.notification().<List<String>>path("items.id").stream()
                        .map(delivery -> new RecordedEvents(database).of(UUID.fromString(delivery)))
                        .toList();
        assertThat(events).allSatisfy(this::isHandedOverOnce);
        assertThat(events)
                .extracting(ofOne -> handover(ofOne.getFirst()).path("contactExternalId").asText())
                .containsExactlyInAnyOrder(mark + "-1", mark + "-2");
    }

    private void isHandedOverOnce(List<RecordedEvents.Recorded> events) {
        assertThat(events).hasSize(1);
        GoldenSample.assertMatches("feedback", "delivery.handed-over", events.getFirst());
        assertThat(handover(events.getFirst()).at("/entries/0/externalId").asText())
                .isEqualTo(mark);
    }

    private static JsonNode handover(RecordedEvents.Recorded event) {
        return Objects.requireNonNull(event.state()).path("handover");
    }

    @Test
    void whoWantsNoMessagesIsNotHandedOver() {
        var item = product.item(unique("L"));
        var entry = entry();
        product.link(entry, item, Map.of());
        String contact = as("olivia").get("/feedback/" + entry).path("contact.id");
        as("olivia")
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body(Map.of("optOut", true))
                .patch("/contacts/" + contact)
                .then()
                .statusCode(200);
        var release = ReleaseFixture.planned(product, item).publishReleased();
        eventually().until(() -> status(entry).equals("CLOSED"));
        release.notification()
                .then()
                .body("counts.SUPPRESSED", equalTo(1))
                .body("counts.HANDED_OVER", equalTo(1));
    }

    /// An older version let sources tell people themselves, and closed their entries although no
    /// source could read the events.
    @Test
    void whatASourceSaidOfThatToAnOlderVersionCountsNoMore() {
        var system = unique("old");
        var old = product.post("olivia", "/sources", Map.of("name", "Old", "system", system));
        String id = old.path("id");
        execute("update source set tells_people = true where id = ?::uuid", id);
        as("olivia")
                .get("/products/" + product.id() + "/sources/" + id)
                .then()
                .body("tellsPeople", equalTo(false));
        key = old.path("key");
        var item = product.item(unique("L"));
        product.link(entry(), item, Map.of());
        var release = ReleaseFixture.planned(product, item);
        as("olivia")
                .get("/releases/" + release.id() + "/loop/preview")
                .then()
                .body("counts.PENDING", equalTo(1))
                .body("counts.UNREACHABLE", equalTo(1));
        release.publishReleased();
        eventually().until(() -> mail().size() == 1);
        release.notification().then().body("counts.HANDED_OVER", nullValue());
    }

    private void tellsItsPeople(String source) {
        execute("update source set hands_over = true where id = ?::uuid", source);
    }

    private void execute(String sql, String source) {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(sql)) {
            update.setString(1, source);
            update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Its author has an address, its voter has none.
    private String entry() {
        var entry =
                Map.of(
                        "externalId",
                        mark,
                        "text",
                        "Answer my ticket",
                        "contact",
                        AskersFixture.person(mark + "-1", AskersFixture.address(mark, 1)),
                        "votes",
                        List.of(Map.of("voter", AskersFixture.person(mark + "-2", null))));
        return withToken(key)
                .body(entry)
                .post("/products/" + product.id() + "/feedback")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String status(String entry) {
        return as("olivia").get("/feedback/" + entry).path("status");
    }

    private List<MailMessage> mail() {
        return MailMessage.in(TestStack.shared().mailbox()).stream()
                .filter(message -> message.to().contains(mark))
                .toList();
    }
}
