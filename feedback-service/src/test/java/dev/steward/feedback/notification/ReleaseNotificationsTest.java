package dev.steward.feedback.notification;

import static dev.steward.feedback.ProductFixture.as;
import static dev.steward.feedback.ProductFixture.unique;
import static dev.steward.platform.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.steward.feedback.ProductFixture;
import dev.steward.feedback.ReleaseFixture;
import dev.steward.platform.testing.GoldenSample;
import dev.steward.platform.testing.Kafka;
import dev.steward.platform.testing.RecordedEvents;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Who is told when a release comes out: one message per person, whatever happens meanwhile.
@QuarkusTest
class ReleaseNotificationsTest {

    @Inject DataSource database;

    private ProductFixture product;

    @BeforeEach
    void createProduct() {
        product = ProductFixture.shop();
    }

    @Test
    void everybodyWhoAskedIsToldOnce() {
        var askers = AskersFixture.of(product, 3);
        var release = ReleaseFixture.planned(product, askers.item()).publishReleased();
        release.happens("released", 2);
        settles(release);
        release.notification()
                .then()
                .body("mode", equalTo("AUTOMATIC"))
                .body("counts.SENT", equalTo(3))
                .body("counts.UNREACHABLE", equalTo(1))
                .body("items", hasSize(4));
        assertThat(askers.mail())
                .hasSize(3)
                .allSatisfy(message -> {
                    assertThat(message.subject()).contains(release.name());
                    assertThat(message.text()).contains("Wish " + askers.mark());
                });
        assertThat(askers.mail())
                .extracting(message -> message.id().replaceAll("@.*", ""))
                .isSubsetOf(release.notification().<List<String>>path("items.id"));
        as("olivia").get("/feedback/" + askers.entry()).then().body("status", equalTo("CLOSED"));
    }

    @Test
    void onePersonWithSeveralEntriesGetsOneMessageThatNamesThemAll() {
        var askers = AskersFixture.of(product, 1);
        var other = product.item(unique("L"));
        var second =
                product.feedback(
                        "olivia",
                        Map.of(
                                "title",
                                "Another wish",
                                "text",
                                "x",
                                "contact",
                                Map.of("externalId", askers.mark() + "-0")));
        product.link(second, other, Map.of());
        var release = ReleaseFixture.planned(product, askers.item(), other).publishReleased();
        settles(release);
        assertThat(askers.mail())
                .singleElement()
                .satisfies(message ->
                        assertThat(message.text())
                                .contains("  - Another wish", "  - Wish " + askers.mark()));
    }

    @Test
    void nobodyIsToldTwiceAfterARollback() {
        var askers = AskersFixture.of(product, 2);
        var release = ReleaseFixture.planned(product, askers.item()).publishReleased();
        settles(release);
        release.happens("rolled-back", 3);
        assertThat(status(askers.entry())).isEqualTo("LINKED");
        release.happens("released", 4);
        settles(release);
        assertThat(status(askers.entry())).isEqualTo("CLOSED");
        var anotherRelease = ReleaseFixture.planned(product, askers.item()).publishReleased();
        anotherRelease.notification().then().body("items", hasSize(0));
        release.notification().then().body("items", hasSize(3));
        assertThat(askers.mail()).hasSize(2);
    }

    @Test
    void theNextReleaseTellsWhatARolledBackOneHeld() {
        var askers = AskersFixture.of(AskersFixture.productWithHeldMessages(), 2);
        var release = ReleaseFixture.planned(askers.product(), askers.item()).publishReleased();
        release.notification().then().body("counts.HELD", equalTo(2));
        release.happens("rolled-back", 3);
        assertThat(status(askers.entry())).isEqualTo("LINKED");
        var next = ReleaseFixture.planned(askers.product(), askers.item());
        as("olivia")
                .get("/releases/" + next.id() + "/loop/preview")
                .then()
                .body("counts.HELD", equalTo(2));
        next.publishReleased().notification().then().body("counts.HELD", equalTo(2));
        release.notification().then().body("counts.HELD", nullValue());
        as("olivia").post("/releases/" + next.id() + "/loop/send").then().statusCode(200);
        settles(next);
        assertThat(askers.mail())
                .hasSize(2)
                .allSatisfy(message -> assertThat(message.subject()).contains(next.name()));
    }

    @Test
    void nobodyIsToldAgainByAnotherRelease() {
        var askers = AskersFixture.of(product, 2);
        var release = ReleaseFixture.planned(product, askers.item()).publishReleased();
        settles(release);
        release.happens("rolled-back", 3);
        assertThat(status(askers.entry())).isEqualTo("LINKED");
        var late = product.feedback("olivia", voted("late-" + askers.mark()));
        product.link(late, askers.item(), Map.of());
        var next = ReleaseFixture.planned(product, askers.item()).publishReleased();
        settles(next);
        next.notification().then().body("items", hasSize(1));
        assertThat(askers.mail()).hasSize(3);
    }

    @Test
    void thePeopleOfMergedEntriesAreToldOnceAndInTheirOwnWords() {
        var askers = AskersFixture.of(product, 1);
        var twin = product.feedback("olivia", voted("twin-" + askers.mark()));
        var both = Map.of("voter", Map.of("externalId", askers.mark() + "-0"));
        as("olivia").body(both).post("/feedback/" + twin + "/votes").then().statusCode(201);
        as("olivia")
                .body(Map.of("into", askers.entry()))
                .post("/feedback/" + twin + "/merge")
                .then()
                .statusCode(200);
        var release = ReleaseFixture.planned(product, askers.item()).publishReleased();
        settles(release);
        assertThat(askers.mail()).hasSize(2);
        assertThat(askers.mail())
                .filteredOn(message -> message.to().contains("twin-"))
                .singleElement()
                .satisfies(message ->
                        assertThat(message.text())
                                .contains("Twin")
                                .doesNotContain("Wish " + askers.mark()));
        as("olivia").post("/feedback/" + twin + "/unmerge").then().statusCode(200);
        var other = product.item(unique("L"));
        product.link(twin, other, Map.of());
        var next = ReleaseFixture.planned(product, other).publishReleased();
        next.notification().then().body("items", hasSize(0));
    }

    @Test
    void whoWantsNoMessagesGetsNone() {
        var askers = AskersFixture.of(product, 2);
        String contact = contactOf(askers.mark() + "-0");
        as("olivia")
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body(Map.of("optOut", true))
                .patch("/contacts/" + contact)
                .then()
                .statusCode(200)
                .body("optOut", equalTo(true));
        var release = ReleaseFixture.planned(product, askers.item()).publishReleased();
        settles(release);
        release.notification()
                .then()
                .body("counts.SUPPRESSED", equalTo(1))
                .body("counts.SENT", equalTo(1))
                .body("counts.UNREACHABLE", equalTo(1));
        assertThat(askers.mail()).hasSize(1);
        var events = new RecordedEvents(database).of(UUID.fromString(contact));
        GoldenSample.assertMatches("feedback", "contact.opted-out", events.getLast());
    }

    @Test
    void lateOrReorderedEventsGiveTheSameResult() {
        var askers = AskersFixture.of(product, 2);
        var release = ReleaseFixture.of(product, askers.item());
        Kafka.publishAndAwait(
                release.sample("released", 2),
                release.sample("planned", 1),
                release.sample("released", 2));
        settles(release);
        release.notification().then().body("items", hasSize(3));
        assertThat(askers.mail()).hasSize(2);
    }

    @Test
    void aReleaseRolledBackBeforeAnybodyWasToldIsToldWhenReleasedAgain() {
        var askers = AskersFixture.of(product, 1);
        var release = ReleaseFixture.planned(product, askers.item());
        Kafka.publishAndAwait(release.sample("rolled-back", 3), release.sample("released", 2));
        release.notification().then().body("status", nullValue());
        assertThat(askers.mail()).isEmpty();
        release.happens("released", 4);
        eventually().until(() -> askers.mail().size() == 1);
    }

    @Test
    void aReactionThatIsInterruptedHappensOnce() throws SQLException {
        var askers = AskersFixture.of(product, 5);
        var release = ReleaseFixture.planned(product, askers.item());
        try (var holder = database.getConnection();
                var killer = database.getConnection()) {
            holder.setAutoCommit(false);
            try (var lock =
                    holder.prepareStatement("select 1 from feedback where id = ? for update")) {
                lock.setObject(1, UUID.fromString(askers.entry()));
                lock.executeQuery();
            }
            Kafka.publish(release.sample("released", 2));
            await().atMost(Duration.ofMinutes(2)).until(() -> killed(killer) > 0);
            assertThat(release.notification().<Object>path("openedAt")).isNull();
            holder.rollback();
        }
        settles(release);
        release.notification().then().body("items", hasSize(6));
        assertThat(askers.mail()).hasSize(5);
    }

    @Test
    void isPreviewedBeforeTheReleaseIsOut() {
        var askers = AskersFixture.of(product, 2);
        var release = ReleaseFixture.planned(product, askers.item());
        as("max")
                .get("/releases/" + release.id() + "/loop/preview?limit=1")
                .then()
                .statusCode(200)
                .body("counts.PENDING", equalTo(2))
                .body("counts.UNREACHABLE", equalTo(1))
                .body("items", hasSize(1))
                .body("items[0].text", containsString("Wish " + askers.mark()));
        assertThat(release.notification().<List<?>>path("items")).isEmpty();
    }

    @Test
    void holdsTheMessagesOfAManualProductUntilSomebodySendsThem() {
        var manual = AskersFixture.productWithHeldMessages();
        var askers = AskersFixture.of(manual, 2);
        var release = ReleaseFixture.planned(manual, askers.item()).publishReleased();
        release.notification()
                .then()
                .body("mode", equalTo("MANUAL"))
                .body("counts.HELD", equalTo(2));
        as("olivia").get("/feedback/" + askers.entry()).then().body("status", equalTo("SHIPPED"));
        String held = release.notification().path("items.find { it.status == 'HELD' }.id");
        patch("olivia", held, "\"1\"").statusCode(412);
        patch("olivia", held, "\"0\"")
                .statusCode(200)
                .body("text", equalTo("Dear friend"))
                .body("edited", equalTo(true));
        patch("max", held, "*").statusCode(403);
        send("max", release).statusCode(403);
        send("olivia", release).statusCode(200);
        send("olivia", release).statusCode(200);
        settles(release);
        assertThat(askers.mail())
                .hasSize(2)
                .anySatisfy(message -> assertThat(message.text()).startsWith("Dear friend"));
        patch("olivia", held, "*").statusCode(409).body("code", equalTo("delivery-under-way"));
        as("olivia").get("/feedback/" + askers.entry()).then().body("status", equalTo("CLOSED"));
        matches("loop.opened", release.id(), 0);
        matches("loop.sent", release.id(), 1);
        matches("delivery.edited", UUID.fromString(held), 0);
        matches("delivery.settled", UUID.fromString(held), 1);
        var settings = new RecordedEvents(database).of(manual.id());
        GoldenSample.assertMatches(
                "feedback",
                "loop-settings.changed",
                settings.stream()
                        .filter(event -> event.aggregateType().equals("loop-settings"))
                        .findFirst()
                        .orElseThrow());
    }

    @Test
    void needsTheRightLoop() {
        var askers = AskersFixture.of(product, 1);
        var release = ReleaseFixture.planned(product, askers.item());
        send("olivia", release).statusCode(409).body("code", equalTo("release-not-out"));
        for (var path : List.of("/loop", "/loop/preview")) {
            for (var subject : List.of("sam", "dana", "stella")) {
                as(subject).get("/releases/" + release.id() + path).then().statusCode(403);
            }
            as("otto").get("/releases/" + release.id() + path).then().statusCode(404);
            as("max").get("/releases/" + release.id() + path).then().statusCode(200);
        }
        as("stella").get("/products/" + product.id() + "/loop-settings").then().statusCode(403);
        as("olivia").get("/releases/" + UUID.randomUUID() + "/loop").then().statusCode(404);
    }

    private static io.restassured.response.ValidatableResponse patch(
            String subject, String delivery, String ifMatch) {
        return as(subject)
                .contentType("application/merge-patch+json")
                .header("If-Match", ifMatch)
                .body(Map.of("text", "Dear friend"))
                .patch("/deliveries/" + delivery)
                .then();
    }

    private static io.restassured.response.ValidatableResponse send(
            String subject, ReleaseFixture release) {
        return as(subject).post("/releases/" + release.id() + "/loop/send").then();
    }

    private void matches(String event, UUID aggregate, int index) {
        GoldenSample.assertMatches(
                "feedback", event, new RecordedEvents(database).of(aggregate).get(index));
    }

    private static Map<String, Object> voted(String person) {
        return Map.of(
                "title",
                "Twin",
                "text",
                "x",
                "contact",
                AskersFixture.person(person, person + "@example.org"));
    }

    /// Ends the database session of the reaction that waits for an entry.
    private static int killed(java.sql.Connection killer) throws SQLException {
        try (var kill =
                        killer.prepareStatement(
                                """
                                select count(pg_terminate_backend(pid)) from pg_stat_activity
                                where datname = current_database() and wait_event_type = 'Lock' and query like '%root_id%'
                                """);
                var row = kill.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }

    private String contactOf(String externalId) {
        try (var connection = database.getConnection();
                var find =
                        connection.prepareStatement(
                                "select contact_id from contact_external_id where external_id = ?")) {
            find.setString(1, externalId);
            try (var row = find.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String status(String entry) {
        return as("olivia").get("/feedback/" + entry).path("status");
    }

    /// Until all messages are there and the status of each is final.
    private static void settles(ReleaseFixture release) {
        eventually()
                .until(() -> {
                    var notification = release.notification();
                    return "OPEN".equals(notification.path("status"))
                            && notification.<List<String>>path("items.status").stream()
                                    .allMatch(status ->
                                            List.of("SENT", "DEAD", "SUPPRESSED", "UNREACHABLE")
                                                    .contains(status));
                });
    }
}
