package dev.steward.backlog.order.pin;

import static dev.steward.backlog.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.steward.backlog.Backlog;
import dev.steward.backlog.Backlogs;
import dev.steward.platform.database.Database;
import dev.steward.platform.testing.GoldenSample;
import dev.steward.platform.testing.RecordedEvents;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Pins of single items, by the owner.
@QuarkusTest
class PinResourceTest {

    @Inject Backlogs backlogs;

    @Inject Database database;

    @Inject DataSource dataSource;

    private Backlog backlog;

    @BeforeEach
    void begin() {
        backlog = backlogs.withItems(3);
    }

    @Test
    void holdsAnItemAndSaysWhy() {
        var set =
                pin(
                        Map.of(
                                "itemId",
                                key(1),
                                "place",
                                "BELOW",
                                "otherItemId",
                                key(3),
                                "reason",
                                "Needs it",
                                "until",
                                "2199-12-31"));

        set.then()
                .statusCode(201)
                .header("ETag", startsWith("\"1-"))
                .header("Location", endsWith("/pins/" + set.path("id")))
                .body("item.key", equalTo(key(1)))
                .body("place", equalTo("BELOW"))
                .body("other.id", equalTo(backlog.item(3).toString()))
                .body("until", equalTo("2199-12-31"))
                .body("active", equalTo(true))
                .body("setBy.subject", equalTo(owner()))
                .body("version", equalTo(1));
        as(backlog.member("STAKEHOLDER"))
                .get(pins() + "/" + set.path("id"))
                .then()
                .statusCode(200)
                .body("reason", equalTo("Needs it"));
        as(backlog.member("STAKEHOLDER"))
                .get(pins())
                .then()
                .body("items.item.key", contains(key(1)));
    }

    @Test
    void eventsMatchTheContract() {
        var id = pin(top(1)).path("id").toString();
        as(owner())
                .patch(pins() + "/" + id, "*", "{\"place\":\"POSITION\",\"position\":2}")
                .then()
                .statusCode(200);
        as(owner()).delete(pins() + "/" + id, "*").then().statusCode(204);

        var told = new RecordedEvents(dataSource).of(UUID.fromString(id));
        assertThat(told).extracting(RecordedEvents.Recorded::version).containsExactly(1L, 2L, 3L);
        GoldenSample.assertMatches("backlog", "pin.set", told.get(0));
        GoldenSample.assertMatches("backlog", "pin.changed", told.get(1));
        GoldenSample.assertMatches("backlog", "pin.removed", told.get(2));
    }

    @Test
    void changesItsPlaceAndForgetsWhatTheOldOneNeeded() {
        var id =
                pin(Map.of(
                                "itemId",
                                key(1),
                                "place",
                                "ABOVE",
                                "otherItemId",
                                key(2),
                                "reason",
                                "x"))
                        .path("id")
                        .toString();

        as(owner())
                .patch(pins() + "/" + id, "\"1\"", "{\"place\":\"TOP\"}")
                .then()
                .statusCode(200)
                .body("place", equalTo("TOP"))
                .body("other", nullValue())
                .body("version", equalTo(2));
        as(owner())
                .patch(pins() + "/" + id, "\"1\"", "{\"reason\":\"y\"}")
                .then()
                .statusCode(412)
                .body("current.place", equalTo("TOP"));
        as(owner())
                .request()
                .contentType("application/merge-patch+json")
                .body("{}")
                .patch("/api/v1" + pins() + "/" + id)
                .then()
                .statusCode(428);
    }

    @Test
    void isOnePerItemUnlessItIsOver() {
        var first = pin(top(1)).path("id").toString();

        pin(top(1))
                .then()
                .statusCode(409)
                .body("code", equalTo("item-is-pinned"))
                .body("pin", equalTo(first));

        database.update(
                "update pin set until = '2020-01-01' where id = :id",
                update -> update.bind("id", UUID.fromString(first)));
        pin(top(1)).then().statusCode(201);
        assertThat(new RecordedEvents(dataSource).of(UUID.fromString(first)).getLast().type())
                .isEqualTo("steward.backlog.pin.removed.v1");
    }

    @Test
    void letsExactlyOneOfRacingPinsWin() throws Exception {
        try (var people = Executors.newCachedThreadPool()) {
            var answers =
                    IntStream.range(0, 6).mapToObj(_ -> people.submit(() -> pin(top(1)))).toList();
            var won = 0;
            for (var answer : answers) {
                won += answer.get().statusCode() == 201 ? 1 : 0;
            }
            assertThat(won).isEqualTo(1);
        }
    }

    @Test
    void wantsWhatItsPlaceNeedsAndNothingElse() {
        refused(Map.of("place", "POSITION"), "/position", "required");
        refused(Map.of("place", "ABOVE"), "/otherItemId", "required");
        refused(Map.of("place", "TOP", "position", 3), "/position", "not-allowed");
        refused(Map.of("place", "BELOW", "otherItemId", "NO-1"), "/otherItemId", "unknown-item");
        refused(Map.of("place", "BELOW", "otherItemId", key(1)), "/otherItemId", "duplicate");
        refused(
                Map.of("place", "TOP", "until", LocalDate.EPOCH.toString()),
                "/until",
                "in-the-past");
        backlogs.drop(backlog, 2);
        refused(Map.of("place", "BELOW", "otherItemId", key(2)), "/otherItemId", "not-in-order");
    }

    @Test
    void onlyTheOwnerMayChangeIt() {
        var id = pin(top(1)).path("id").toString();

        as(backlog.member("MANAGER"))
                .post(pins(), top(2))
                .then()
                .statusCode(403)
                .body("code", equalTo("proposals-not-available"));
        as(backlog.member("DEVELOPER"))
                .delete(pins() + "/" + id, "*")
                .then()
                .statusCode(403)
                .body("right", equalTo("PRIORITISE"));
        as("a-stranger").get(pins() + "/" + id).then().statusCode(404);
        var other = backlogs.withItems(1);
        as(other.member("OWNER"))
                .delete("/products/" + other.product() + "/pins/" + id, "*")
                .then()
                .statusCode(404);
    }

    private void refused(Map<String, ?> fields, String pointer, String code) {
        Map<String, Object> body = new HashMap<>(Map.of("itemId", key(1), "reason", "x"));
        body.putAll(fields);
        pin(body)
                .then()
                .statusCode(422)
                .body("errors.pointer", contains(pointer))
                .body("errors.code", contains(code));
    }

    private Map<String, ?> top(int number) {
        return Map.of("itemId", key(number), "place", "TOP", "reason", "Promised");
    }

    private Response pin(Map<String, ?> body) {
        return as(owner()).post(pins(), body);
    }

    private String pins() {
        return "/products/" + backlog.product() + "/pins";
    }

    private String owner() {
        return backlog.member("OWNER");
    }

    private String key(int number) {
        return backlog.key() + "-" + number;
    }
}
