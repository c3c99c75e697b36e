package dev.steward.backlog.order;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.steward.backlog.Backlog;
import dev.steward.backlog.Backlogs;
import dev.steward.backlog.order.rank.Rank;
import dev.steward.platform.database.Database;
import dev.steward.platform.testing.GoldenSample;
import dev.steward.platform.testing.RecordedEvents;
import dev.steward.platform.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OrderResourceTest {

    @Inject Backlogs backlogs;

    @Inject Database database;

    @Inject DataSource dataSource;

    @Test
    void putsItemsToTheTopInTheGivenSequence() {
        var backlog = backlogs.withItems(4);

        move(backlog, Map.of("items", List.of(key(backlog, 4), backlog.item(2)), "to", "TOP"))
                .statusCode(200)
                .body("orderVersion", equalTo(1))
                .body("moved.id", contains(id(backlog, 4), id(backlog, 2)))
                .body("moved.position", contains(1, 2));

        assertThat(order(backlog)).containsExactly(4, 2, 1, 3);
    }

    @Test
    void keepsLaterNewItemsBelowWhatWasMovedToTheBottom() {
        var backlog = backlogs.withItems(3);

        move(backlog, Map.of("items", List.of(backlog.item(1)), "to", "BOTTOM")).statusCode(200);
        var rank = backlogs.rankOfNewItem(backlog, 4, java.util.Optional.empty());

        assertThat(rank).isGreaterThan(rankOf(backlog, 1));
        assertThat(order(backlog)).containsExactly(2, 3, 1, 4);
    }

    @Test
    void putsAnItemBetweenTwoOthers() {
        var backlog = backlogs.withItems(4);

        move(
                        backlog,
                        Map.of(
                                "items",
                                List.of(backlog.item(4)),
                                "after",
                                key(backlog, 1),
                                "before",
                                key(backlog, 3)))
                .statusCode(200)
                .body("moved.position", contains(2));

        assertThat(order(backlog)).containsExactly(1, 4, 2, 3);
    }

    @Test
    void saysWhereTheNeighboursStandWhenTheirOrderHasChanged() {
        var backlog = backlogs.withItems(4);

        move(
                        backlog,
                        Map.of(
                                "items",
                                List.of(backlog.item(4)),
                                "after",
                                backlog.item(3),
                                "before",
                                backlog.item(2)))
                .statusCode(409)
                .body("code", equalTo("neighbours-moved"))
                .body("neighbours.after.next", equalTo(id(backlog, 4)))
                .body("neighbours.before.previous", equalTo(id(backlog, 1)));
    }

    @Test
    void refusesWhoLookedAtAnotherOrder() {
        var backlog = backlogs.withItems(2);
        move(backlog, Map.of("items", List.of(backlog.item(2)), "to", "TOP")).statusCode(200);

        move(backlog, Map.of("items", List.of(backlog.item(1)), "to", "TOP", "orderVersion", 0))
                .statusCode(409)
                .body("code", equalTo("order-moved"))
                .body("orderVersion", equalTo(1));

        assertThat(order(backlog)).containsExactly(2, 1);
    }

    @Test
    void appliesSeveralMovesInSequence() {
        var backlog = backlogs.withItems(5);

        move(
                        backlog,
                        Map.of(
                                "moves",
                                List.of(
                                        Map.of("items", List.of(backlog.item(5)), "to", "TOP"),
                                        Map.of(
                                                "items",
                                                List.of(backlog.item(1)),
                                                "after",
                                                backlog.item(5)),
                                        Map.of("items", List.of(backlog.item(5)), "to", "BOTTOM"))))
                .statusCode(200)
                .body("orderVersion", equalTo(1));

        assertThat(order(backlog)).containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void namesEveryIdThatIsWrongAndMovesNothing() {
        var backlog = backlogs.withItems(3);
        var other = backlogs.withItems(1);
        backlogs.drop(backlog, 3);

        move(
                        backlog,
                        Map.of(
                                "items",
                                List.of(
                                        backlog.item(2),
                                        backlog.item(2),
                                        other.item(1),
                                        backlog.item(3),
                                        "NO-1",
                                        "?"),
                                "to",
                                "TOP"))
                .statusCode(422)
                .body(
                        "errors.pointer",
                        contains("/items/1", "/items/2", "/items/3", "/items/4", "/items/5"))
                .body(
                        "errors.code",
                        contains(
                                "duplicate",
                                "unknown-item",
                                "not-in-order",
                                "unknown-item",
                                "unknown-item"));

        assertThat(order(backlog)).containsExactly(1, 2, 3);
    }

    @Test
    void wantsOneMoveWithOnePlace() {
        var backlog = backlogs.withItems(2);

        move(backlog, Map.of("items", List.of(backlog.item(1)))).statusCode(422);
        move(
                        backlog,
                        Map.of(
                                "items",
                                List.of(backlog.item(1)),
                                "to",
                                "TOP",
                                "after",
                                backlog.item(2)))
                .statusCode(422);
        move(backlog, Map.of("to", "TOP")).statusCode(422);
        move(backlog, Map.of("items", List.of(backlog.item(1)), "after", backlog.item(1)))
                .statusCode(422)
                .body("errors.code", contains("moves-itself"));
    }

    @Test
    void letsTheManagerOnlyProposeAndTheDeveloperOnlyRead() {
        var backlog = backlogs.withItems(1);
        var body = Map.of("items", List.of(backlog.item(1)), "to", "TOP");

        moveAs(backlog.member("MANAGER"), backlog, body)
                .statusCode(403)
                .body("code", equalTo("proposals-not-available"));
        moveAs(backlog.member("DEVELOPER"), backlog, body)
                .statusCode(403)
                .body("right", equalTo("PRIORITISE"));
        moveAs("a-stranger", backlog, body).statusCode(404);
    }

    @Test
    void countsOnlyOpenItemsInPositions() {
        var backlog = backlogs.withItems(4);
        backlogs.drop(backlog, 1);

        move(backlog, Map.of("items", List.of(backlog.item(4)), "after", backlog.item(2)))
                .statusCode(200)
                .body("moved.position", contains(2));
    }

    @Test
    void publishesTheMoves() {
        var backlog = backlogs.withItems(3);
        var from = rankOf(backlog, 3);

        move(backlog, Map.of("items", List.of(backlog.item(3)), "to", "TOP", "reason", "The fair"))
                .statusCode(200);

        var event = new RecordedEvents(dataSource).of(backlog.product()).getLast();
        GoldenSample.assertMatches("backlog", "order.changed", event);
        assertThat(event.type()).isEqualTo("steward.backlog.order.changed.v1");
        assertThat(event.version()).isEqualTo(1);
        assertThat(event.change().at("/moves/0/from").asText()).isEqualTo(from);
        assertThat(event.change().at("/moves/0/to").asText()).isEqualTo(rankOf(backlog, 3));
    }

    /// Item 2 is dropped: nobody sees it between 1 and 3.
    @Test
    void changesNothingWhereItemsStandAlready() {
        var backlog = backlogs.withItems(5);
        backlogs.drop(backlog, 2);
        var ranks = ranks(backlog);
        List<Map<String, ?>> places =
                List.of(
                        Map.of("items", List.of(backlog.item(1), backlog.item(3)), "to", "TOP"),
                        Map.of("items", List.of(backlog.item(5)), "to", "BOTTOM"),
                        Map.of("items", List.of(backlog.item(3)), "after", backlog.item(1)),
                        Map.of(
                                "items",
                                List.of(backlog.item(3), backlog.item(4)),
                                "before",
                                backlog.item(5)),
                        Map.of(
                                "items",
                                List.of(backlog.item(3)),
                                "after",
                                backlog.item(1),
                                "before",
                                backlog.item(5)));

        for (var place : places) {
            move(backlog, place)
                    .statusCode(200)
                    .header("ETag", equalTo("\"0\""))
                    .body("orderVersion", equalTo(0))
                    .body("moved.id", equalTo(ids(place)));
        }

        assertThat(ranks(backlog)).isEqualTo(ranks);
        assertThat(new RecordedEvents(dataSource).of(backlog.product())).isEmpty();
    }

    private static List<String> ids(Map<String, ?> place) {
        return place.get("items") instanceof List<?> items
                ? items.stream().map(String::valueOf).toList()
                : List.of();
    }

    @Test
    void countsPositionsOnlyWhereAskedTo() {
        var backlog = backlogs.withItems(3);
        backlogs.drop(backlog, 1);

        given().auth()
                .oauth2(Tokens.of(backlog.member("OWNER")))
                .contentType("application/json")
                .body(Map.of("items", List.of(backlog.item(3)), "to", "TOP"))
                .post("/api/v1/products/{p}/order", backlog.product())
                .then()
                .statusCode(200)
                .body("moved.rank", contains(rankOf(backlog, 3)))
                .body("moved.position", contains(nullValue()));

        read(backlog, "").body("items.position", contains(nullValue(), nullValue()));
        read(backlog, "?include=position").body("items.position", contains(1, 2));
        read(backlog, "?include=position&limit=1").body("items.position", contains(1));
        read(backlog, "?include=score").statusCode(422);
    }

    private static ValidatableResponse read(Backlog backlog, String query) {
        return given().auth()
                .oauth2(Tokens.of(backlog.member("DEVELOPER")))
                .get("/api/v1/products/{p}/order" + query, backlog.product())
                .then();
    }

    @Test
    void movesTenThousandItemsAtOnce() {
        var backlog = backlogs.withItems(10_001);
        var shuffled = new ArrayList<>(backlog.items().subList(0, 10_000));
        Collections.shuffle(shuffled, new Random(7));

        move(backlog, Map.of("items", shuffled, "to", "BOTTOM"))
                .statusCode(200)
                .body("moved", hasSize(10_000))
                .body("orderVersion", equalTo(1));

        assertThat(ids(backlog).subList(1, 10_001)).isEqualTo(shuffled);
        var events = new RecordedEvents(dataSource).of(backlog.product());
        var parts = events.stream().filter(event -> event.aggregateType().equals("order")).toList();
        assertThat(parts)
                .extracting(RecordedEvents.Recorded::version)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 10).mapToObj(Long::valueOf).toList());
        assertThat(parts.getLast().change().get("parts").asInt()).isEqualTo(10);
    }

    @Test
    void spreadsRanksWhereThereIsNoSpace() {
        var backlog = backlogs.withItems(4);
        // Two items that jump over each other, always into the same narrowing gap above item 4.
        var moves =
                IntStream.range(0, 600)
                        .mapToObj(i ->
                                Map.of(
                                        "items",
                                        List.of(backlog.item(2 + i % 2)),
                                        "after",
                                        backlog.item(1),
                                        "before",
                                        backlog.item(4)))
                        .toList();

        move(backlog, Map.of("moves", moves)).statusCode(200);

        assertThat(order(backlog)).containsExactly(1, 3, 2, 4);
        assertThat(ranks(backlog))
                .allMatch(rank -> rank.length() <= Rank.MAX_LENGTH)
                .doesNotHaveDuplicates();
    }

    private ValidatableResponse move(Backlog backlog, Map<String, ?> body) {
        return moveAs(backlog.member("OWNER"), backlog, body);
    }

    private static ValidatableResponse moveAs(
            String subject, Backlog backlog, Map<String, ?> body) {
        return given().auth()
                .oauth2(Tokens.of(subject))
                .contentType("application/json")
                .body(body)
                .post("/api/v1/products/{p}/order?include=position", backlog.product())
                .then();
    }

    private static String key(Backlog backlog, int number) {
        return backlog.key() + "-" + number;
    }

    private static String id(Backlog backlog, int number) {
        return backlog.item(number).toString();
    }

    private List<Integer> order(Backlog backlog) {
        return database.query(
                "select cast(i.number as int) from item_rank r join item i on i.id = r.item_id where r.product_id = :p order by r.rank",
                query -> query.bind("p", backlog.product()).mapTo(Integer.class).list());
    }

    private List<UUID> ids(Backlog backlog) {
        return database.query(
                "select item_id from item_rank where product_id = :p order by rank",
                query -> query.bind("p", backlog.product()).mapTo(UUID.class).list());
    }

    private List<String> ranks(Backlog backlog) {
        return database.query(
                "select rank from item_rank where product_id = :p order by rank",
                query -> query.bind("p", backlog.product()).mapTo(String.class).list());
    }

    private String rankOf(Backlog backlog, int number) {
        return database.query(
                "select rank from item_rank where item_id = :i",
                query -> query.bind("i", backlog.item(number)).mapTo(String.class).one());
    }
}
