package dev.steward.feedback.status;

import static dev.steward.feedback.ProductFixture.as;
import static dev.steward.feedback.ProductFixture.unique;
import static dev.steward.feedback.ReleaseFixture.work;
import static dev.steward.platform.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.steward.feedback.ProductFixture;
import dev.steward.feedback.ReleaseFixture;
import dev.steward.platform.testing.GoldenSample;
import dev.steward.platform.testing.Kafka;
import dev.steward.platform.testing.RecordedEvents;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FeedbackStatusTest {

    @Inject DataSource database;

    private ProductFixture product;
    private UUID item;
    private String entry;

    @BeforeEach
    void createEntryWithItem() {
        product = ProductFixture.shop();
        item = product.item(unique("S"));
        entry = product.feedback("dana", Map.of("text", "Wish"));
        product.link(entry, item, Map.of());
    }

    @Test
    void followsTheWorkOnItsItem() {
        is("LINKED");
        worked("selected", 1);
        is("PLANNED");
        worked("started", 2);
        is("IN_PROGRESS");
        worked("done", 3);
        is("IN_PROGRESS");
        assertThat(changes()).containsExactly("LINKED", "PLANNED", "IN_PROGRESS");
    }

    @Test
    void comesBackWhenTheItemIsTakenOut() {
        worked("selected", 1);
        is("PLANNED");
        worked("removed", 2);
        is("LINKED");
    }

    @Test
    void neverFallsBackBecauseASprintEnded() {
        worked("selected", 1);
        worked("started", 2);
        is("IN_PROGRESS");
        worked("returned", 3);
        is("IN_PROGRESS");
    }

    @Test
    void staysWhenBegunWorkIsCarriedIntoTheNextSprint() {
        worked("selected", 1);
        worked("started", 2);
        worked("carried", 3);
        is("IN_PROGRESS");
    }

    @Test
    void isTheSameWhateverTheOrderOfArrival() {
        Kafka.publishAndAwait(
                work(product, item, "done", 3),
                work(product, item, "selected", 1),
                work(product, item, "started", 2),
                work(product, item, "done", 3));
        is("IN_PROGRESS");
    }

    @Test
    void shipsWhenAllItsItemsAreReleased() {
        var other = product.item(unique("S"));
        product.link(entry, other, Map.of());
        ReleaseFixture.planned(product, item).publishReleased();
        is("IN_PROGRESS");
        var second = ReleaseFixture.planned(product, other).publishReleased();
        becomes("CLOSED");
        second.happens("rolled-back", 3);
        is("IN_PROGRESS");
        second.happens("released", 2);
        is("IN_PROGRESS");
        second.happens("released", 4);
        becomes("CLOSED");
    }

    @Test
    void ignoresDroppedItems() {
        var dropped = product.item(unique("S"));
        product.link(entry, dropped, Map.of());
        ReleaseFixture.planned(product, item).publishReleased();
        is("IN_PROGRESS");
        Kafka.publishAndAwait(
                product.itemSample(dropped, 2)
                        .ofType("steward.backlog.item.dropped.v1")
                        .withState("status", "DROPPED"));
        becomes("CLOSED");
    }

    @Test
    void canBeFilteredBy() {
        worked("selected", 1);
        is("PLANNED");
        product.get("olivia", "/feedback?status=PLANNED&limit=500")
                .then()
                .body("items.id", hasItem(entry));
        product.get("olivia", "/feedback?status=LINKED,SHIPPED&limit=500")
                .then()
                .body("items.id", not(hasItem(entry)));
    }

    @Test
    void whatIsLinkedToAReleasedItemHasShippedAndNobodyIsTold() {
        var release = ReleaseFixture.planned(product, item).publishReleased();
        var late = product.feedback("sam", Map.of("text", "Me too"));
        as("olivia")
                .body(Map.of("itemId", item.toString()))
                .post("/feedback/" + late + "/links")
                .then()
                .statusCode(201)
                .body("feedbackStatus", equalTo("CLOSED"));
        release.notification().then().body("items.size()", equalTo(1));
    }

    @Test
    void aClosedEntryTakesNoVotesAndSaysWhy() {
        var release = ReleaseFixture.planned(product, item).publishReleased();
        becomes("CLOSED");
        as("sam")
                .body(Map.of("importance", 3))
                .post("/feedback/" + entry + "/votes")
                .then()
                .statusCode(409)
                .body("code", equalTo("feedback-closed"))
                .body("feedbackStatus", equalTo("CLOSED"))
                .body("detail", containsString("released"))
                .body("releases[0].id", equalTo(release.id().toString()))
                .body("releases[0].name", equalTo(release.name()));
    }

    @Test
    void aVoteInsideAClosedEntryNeverFailsIntake() {
        var id = unique("closed");
        var with =
                Map.of(
                        "externalId",
                        id,
                        "text",
                        "Wish",
                        "votes",
                        List.of(Map.of("voter", Map.of("externalId", unique("v")))));
        var closed = product.feedback("olivia", Map.of("externalId", id, "text", "Wish"));
        product.link(closed, item, Map.of());
        var release = ReleaseFixture.planned(product, item).publishReleased();
        becomes(closed, "CLOSED");
        product.post("olivia", "/feedback/batch", Map.of("entries", List.of(with)))
                .then()
                .statusCode(200)
                .body("results[0].result", equalTo("CLOSED"))
                .body("results[0].closed.status", equalTo("CLOSED"))
                .body("results[0].closed.releases[0].id", equalTo(release.id().toString()));
        product.post(
                        "olivia",
                        "/feedback/batch",
                        Map.of(
                                "entries",
                                List.of(
                                        Map.of(
                                                "externalId",
                                                id,
                                                "text",
                                                "Another text",
                                                "votes",
                                                with.get("votes")))))
                .then()
                .body("results[0].result", equalTo("UPDATED"))
                .body("results[0].closed.status", equalTo("CLOSED"));
        as("olivia").get("/feedback/" + closed).then().body("voteCount", equalTo(0));
        product.post(
                        "olivia",
                        "/feedback/batch",
                        Map.of("entries", List.of(Map.of("externalId", id, "text", "Wish"))))
                .then()
                .body("results[0].closed", nullValue());
    }

    @Test
    void publishesTheContractedEvents() {
        GoldenSample.assertMatches("feedback", "feedback-status.changed", recorded().getFirst());
    }

    private List<RecordedEvents.Recorded> recorded() {
        return new RecordedEvents(database)
                .of(UUID.fromString(entry)).stream()
                        .filter(event -> event.aggregateType().equals("feedback-status"))
                        .toList();
    }

    private List<String> changes() {
        return recorded().stream().map(event -> event.change().at("/status/to").asText()).toList();
    }

    private void worked(String event, int version) {
        Kafka.publishAndAwait(work(product, item, event, version));
    }

    private void becomes(String status) {
        becomes(entry, status);
    }

    /// The messages about a release are sent in the background.
    private void becomes(String of, String status) {
        eventually().untilAsserted(() -> assertThat(status(of)).isEqualTo(status));
    }

    private void is(String status) {
        assertThat(status(entry)).isEqualTo(status);
    }

    private static String status(String of) {
        return as("olivia").get("/feedback/" + of).path("status");
    }
}
