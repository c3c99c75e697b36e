package dev.steward.backlog.order.proposal;

import static dev.steward.backlog.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.steward.backlog.Backlog;
import dev.steward.backlog.Backlogs;
import dev.steward.backlog.order.rank.Rank;
import dev.steward.platform.database.Database;
import dev.steward.platform.testing.RecordedEvents;
import dev.steward.platform.testing.StatementCount;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/// Reading and applying the proposed order, by the owner.
@QuarkusTest
class ProposalResourceTest {

    @Inject Backlogs backlogs;

    @Inject Database database;

    @Inject DataSource dataSource;

    @Inject StatementCount statements;

    /// Item 1 has a low score, 2 is not assessed, 3 has the highest score.
    private Backlog threeItems() {
        var backlog = backlogs.withItems(3);
        backlogs.describe(backlog, 1, 2, 1, 13);
        backlogs.describe(backlog, 3, 20, 13, 3);
        return backlog;
    }

    @Test
    void showsTheDifferenceFromTheOrderThatIs() {
        var backlog = threeItems();

        proposal(backlog)
                .header("ETag", startsWith("\"0-"))
                .body("orderVersion", equalTo(0))
                .body("counts.items", equalTo(3))
                .body("moves.item.key", containsInAnyOrder(key(backlog, 1), key(backlog, 3)))
                .body("moves.to", contains(1, 3))
                .body("moves.from", contains(3, 1))
                .body("moves.score", everyItem(notNullValue()))
                .body("notAssessed.item.key", contains(key(backlog, 2)))
                .body("notAssessed.position", contains(2))
                .body("notAssessed[0].coverage", equalTo(0.3f))
                .body("undoes", empty());
        assertThat(order(backlog)).containsExactly(1, 2, 3);
    }

    @Test
    void becomesTheOrder() {
        var backlog = threeItems();

        apply(backlog, 0)
                .statusCode(200)
                .header("ETag", equalTo("\"1\""))
                .body("orderVersion", equalTo(1))
                .body("moved.id", contains(id(backlog, 3), id(backlog, 1)))
                .body("moved.position", contains(1, 3))
                .body("moved.rank", everyItem(notNullValue()));

        assertThat(order(backlog)).containsExactly(3, 2, 1);
        var told =
                new RecordedEvents(dataSource)
                        .of(backlog.product()).stream()
                                .filter(event -> event.aggregateType().equals("order"))
                                .toList()
                                .getLast();
        assertThat(told.change().get("kind").asText()).isEqualTo("PROPOSAL");
        assertThat(told.change().get("count").asInt()).isEqualTo(2);
        assertThat(told.change().get("moves")).hasSize(2);
    }

    @Test
    void isRefusedToWhoLookedAtAnotherOrder() {
        var backlog = threeItems();
        move(backlog, 3, "TOP", "A wish");

        apply(backlog, 0)
                .statusCode(409)
                .body("code", equalTo("order-moved"))
                .body("orderVersion", equalTo(1));
        as(owner(backlog))
                .post(path(backlog) + "/apply", "{}")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/orderVersion"));
    }

    @Test
    void namesTheManualMovesThatItWouldUndo() {
        var backlog = threeItems();
        apply(backlog, 0);
        move(backlog, 1, "TOP", "The fair");

        proposal(backlog)
                .body("counts.undoes", equalTo(1))
                .body("undoes[0].item.key", equalTo(key(backlog, 1)))
                .body("undoes[0].by.subject", equalTo(owner(backlog)))
                .body("undoes[0].reason", equalTo("The fair"))
                .body("undoes[0].orderVersion", equalTo(2))
                .body("undoes[0].at", notNullValue());
    }

    @Test
    void keepsPins() {
        var backlog = threeItems();
        pin(backlog, Map.of("itemId", key(backlog, 1), "place", "TOP", "reason", "Promised"));

        proposal(backlog)
                .body("pins.item.key", contains(key(backlog, 1)))
                .body("pins.reason", contains("Promised"))
                .body("moves", empty());
    }

    @Test
    void namesPinsThatContradictEachOther() {
        var backlog = threeItems();
        pin(backlog, Map.of("itemId", id(backlog, 1), "place", "TOP", "reason", "Promised"));
        pin(
                backlog,
                Map.of(
                        "itemId",
                        id(backlog, 3),
                        "place",
                        "POSITION",
                        "position",
                        1,
                        "reason",
                        "x"));

        as(owner(backlog))
                .get(path(backlog))
                .then()
                .statusCode(422)
                .body("code", equalTo("contradicting-pins"))
                .body("contradictions", hasSize(1))
                .body(
                        "contradictions[0].item.key",
                        containsInAnyOrder(key(backlog, 1), key(backlog, 3)));
        apply(backlog, 0).statusCode(422);
    }

    @Test
    void passesOverPinsThatAreOverOrWhoseItemIsDropped() {
        var backlog = threeItems();
        pin(backlog, Map.of("itemId", id(backlog, 1), "place", "TOP", "reason", "Promised"));
        pin(
                backlog,
                Map.of(
                        "itemId",
                        id(backlog, 2),
                        "place",
                        "ABOVE",
                        "otherItemId",
                        id(backlog, 3),
                        "reason",
                        "First"));
        yesterday(backlog, 1);
        backlogs.drop(backlog, 2);

        proposal(backlog).body("pins", empty()).body("moves.item.key", hasSize(1));
        as(owner(backlog))
                .get("/products/" + backlog.product() + "/pins")
                .then()
                .statusCode(200)
                .body("items.active", contains(false, false));
    }

    @Test
    void mayBeSeenByAllMembersAndAppliedByTheOwner() {
        var backlog = threeItems();

        for (var role : List.of("MANAGER", "SCRUM_MASTER", "DEVELOPER", "STAKEHOLDER")) {
            as(backlog.member(role)).get(path(backlog)).then().statusCode(200);
        }
        as(backlog.member("DEVELOPER"))
                .post(path(backlog) + "/apply", Map.of("orderVersion", 0))
                .then()
                .statusCode(403)
                .body("right", equalTo("PRIORITISE"));
        as(backlog.member("MANAGER"))
                .post(path(backlog) + "/apply", Map.of("orderVersion", 0))
                .then()
                .statusCode(403)
                .body("code", equalTo("proposals-not-available"));
        as("a-stranger").get(path(backlog)).then().statusCode(404);
    }

    @Test
    void publishesFiveThousandMovesInParts() {
        var backlog = backlogs.withItems(5_000);
        backlogs.describeAll(backlog);

        proposal(backlog)
                .body("counts.items", equalTo(5_000))
                .body("moves", hasSize(50))
                .body("notAssessed", empty());
        apply(backlog, 0).statusCode(200).body("orderVersion", equalTo(1));

        proposal(backlog).body("counts.moves", equalTo(0));
        var parts = new RecordedEvents(dataSource).of(backlog.product());
        assertThat(parts)
                .filteredOn(event -> event.aggregateType().equals("order"))
                .hasSize(5)
                .allSatisfy(event ->
                        assertThat(event.change().get("moves")).hasSizeLessThanOrEqualTo(1_000));
    }

    @Test
    void takesAsManyStatementsForManyItemsAsForFew() {
        assertThat(statementsOf(this::manyItemsToPropose, this::proposal))
                .isEqualTo(statementsOf(this::fewItemsToPropose, this::proposal));
        assertThat(statementsOf(this::manyItemsToPropose, all -> apply(all, 1).statusCode(200)))
                .isEqualTo(
                        statementsOf(
                                this::fewItemsToPropose, all -> apply(all, 1).statusCode(200)));
    }

    private Backlog manyItemsToPropose() {
        var many = backlogs.withItems(300);
        backlogs.describeAll(many);
        move(many, 300, "TOP", "The fair");
        return many;
    }

    private Backlog fewItemsToPropose() {
        var few = threeItems();
        move(few, 2, "BOTTOM", "The fair");
        return few;
    }

    private long statementsOf(Supplier<Backlog> fresh, Consumer<Backlog> request) {
        return statements.ofFresh(() -> {
            var backlog = fresh.get();
            return () -> request.accept(backlog);
        });
    }

    @Test
    void theOrderHasAVersionBeforeAnybodyMovesAnything() {
        var backlog = backlogs.withItems(3);
        backlogs.drop(backlog, 2);
        var path = "/products/" + backlog.product() + "/order";

        var first = as(owner(backlog)).get(path + "?limit=1");
        first.then()
                .statusCode(200)
                .header("ETag", startsWith("\"0-"))
                .body("orderVersion", equalTo(0))
                .body("items.item.key", contains(key(backlog, 1)));
        as(owner(backlog))
                .get(path + "?include=position&limit=1&cursor=" + first.path("page.next"))
                .then()
                .body("items.item.key", contains(key(backlog, 3)))
                .body("items.position", contains(2))
                .body("page", allOf(hasKey("limit")))
                .body("page.next", nullValue());
        as(owner(backlog))
                .request()
                .header("If-None-Match", first.header("ETag"))
                .get("/api/v1" + path + "?limit=1")
                .then()
                .statusCode(304);
    }

    @Test
    void theLogSaysWhoChangedTheOrderWhenAndWhy() {
        var backlog = threeItems();
        move(backlog, 2, "TOP", "The fair");
        as(owner(backlog))
                .post(path(backlog) + "/apply", Map.of("orderVersion", 1, "reason", "As scored"))
                .then()
                .statusCode(200);
        var path = "/products/" + backlog.product() + "/order/history";

        var log = as(backlog.member("STAKEHOLDER")).get(path + "?limit=1");
        log.then()
                .statusCode(200)
                .body("items.orderVersion", contains(2))
                .body("items.kind", contains("PROPOSAL"))
                .body("items.reason", contains("As scored"))
                .body("items[0].actor.subject", equalTo(owner(backlog)))
                .body("items[0].count", equalTo(1));
        as(owner(backlog))
                .get(path + "?cursor=" + log.path("page.next"))
                .then()
                .body("items.orderVersion", contains(1))
                .body("items[0].kind", equalTo("MOVE"))
                .body("items[0].moves.item.key", contains(key(backlog, 2)))
                .body("items[0].moves[0].from", equalTo(Rank.ofNumber(2).key()));
    }

    @Test
    void theLogCanBeThatOfOneItem() {
        var backlog = threeItems();
        move(backlog, 2, "TOP", "The fair");
        move(backlog, 3, "TOP", "A wish");
        var path = "/products/" + backlog.product() + "/order/history?item=";

        as(owner(backlog))
                .get(path + key(backlog, 2))
                .then()
                .statusCode(200)
                .body("items.orderVersion", contains(1))
                .body("items[0].moves.item.id", contains(id(backlog, 2)));
        as(owner(backlog)).get(path + id(backlog, 1)).then().body("items", empty());
        as(owner(backlog))
                .get(path + "NO-1")
                .then()
                .statusCode(422)
                .body("errors.parameter", contains("item"));
    }

    private ValidatableResponse proposal(Backlog backlog) {
        return as(owner(backlog)).get(path(backlog)).then().statusCode(200);
    }

    private static ValidatableResponse apply(Backlog backlog, long orderVersion) {
        return as(owner(backlog))
                .post(
                        path(backlog) + "/apply?include=position",
                        Map.of("orderVersion", orderVersion))
                .then();
    }

    private static void pin(Backlog backlog, Map<String, ?> pin) {
        as(owner(backlog))
                .post("/products/" + backlog.product() + "/pins", pin)
                .then()
                .statusCode(201);
    }

    private static void move(Backlog backlog, int item, String to, String reason) {
        as(owner(backlog))
                .post(
                        "/products/" + backlog.product() + "/order",
                        Map.of("items", List.of(id(backlog, item)), "to", to, "reason", reason))
                .then()
                .statusCode(200);
    }

    private void yesterday(Backlog backlog, int item) {
        database.update(
                "update pin set until = :day where item_id = :item",
                update ->
                        update.bind(
                                        "day",
                                        LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC)
                                                .minusDays(1))
                                .bind("item", backlog.item(item)));
    }

    private static String path(Backlog backlog) {
        return "/products/" + backlog.product() + "/order/proposal";
    }

    private static String owner(Backlog backlog) {
        return backlog.member("OWNER");
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
}
