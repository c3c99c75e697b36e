package dev.steward.backlog.work;

import static dev.steward.backlog.Api.as;
import static dev.steward.platform.testing.Kafka.publishAndAwait;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.steward.backlog.item.ItemStatus;
import dev.steward.backlog.item.ShownStatus;
import dev.steward.platform.testing.GoldenSample;
import dev.steward.platform.testing.StatementCount;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Receives the golden samples of sprint-service and shows the work on items.
@QuarkusTest
class WorkProjectionTest {

    @Inject DataSource database;
    @Inject StatementCount statements;

    private UUID product;
    private UUID item;

    @BeforeEach
    void anItem() {
        product = as("olivia").newProduct();
        item = as("olivia").newItem(product, "Pay by invoice");
    }

    @Test
    void anItemWithoutWork() {
        shown().body("status", equalTo("NEW")).body("work.status", equalTo("NONE"));
    }

    @ParameterizedTest
    @CsvSource({
        "work.selected,SELECTED",
        "work.started,IN_PROGRESS",
        "work.done,DONE",
        "work.reopened,IN_PROGRESS",
        "work.carried,SELECTED",
        "work.concluded,DONE",
        "work.removed,NEW",
        "work.returned,NEW"
    })
    void showsHowFarTheWorkIs(String sample, String status) {
        publishAndAwait(sample(sample, 1));
        shown().body("status", equalTo(status));
    }

    @Test
    void saysWhoDoesItAndWhere() {
        as("dana").get("/me");
        publishAndAwait(sample("work.assigned", 1));
        var sprint = GoldenSample.read("sprint", "work.assigned").data().at("/state/sprintId");
        shown().body("work.sprintId", equalTo(sprint.asText()))
                .body("work.assignee.subject", equalTo("dana"))
                .body("work.assignee.name", equalTo("Dana"));
    }

    @Test
    void whatComesAgainOrLateChangesNothing() {
        publishAndAwait(sample("work.done", 3), sample("work.done", 3), sample("work.selected", 1));
        shown().body("status", equalTo("DONE"));
    }

    @Test
    void aSnapshotTellsWhatWasMissed() {
        publishAndAwait(sample("work.done", 4).ofType("steward.sprint.work.snapshot.v1"));
        shown().body("status", equalTo("DONE"));
    }

    @Test
    void anItemInASprintIsNotDropped() {
        publishAndAwait(sample("work.selected", 1));
        drop().statusCode(409).body("code", equalTo("item-in-sprint"));
        publishAndAwait(sample("work.removed", 2));
        drop().statusCode(200).body("status", equalTo("DROPPED"));
    }

    @Test
    void whatIsDoneAndOutOfItsSprintMayBeDropped() {
        publishAndAwait(sample("work.concluded", 2));
        drop().statusCode(200);
    }

    @Test
    void aDroppedItemShowsNoWorkAndKnowsItWhenItIsRestored() {
        drop().statusCode(200);
        publishAndAwait(sample("work.concluded", 5));
        shown().body("status", equalTo("DROPPED")).body("version", equalTo(2));
        as("olivia").post("/items/" + item + "/restore");
        shown().body("status", equalTo("DONE"));
    }

    @Test
    void workRefreshesCopies() {
        var etag = as("olivia").get("/items/" + item).header("ETag");
        publishAndAwait(sample("work.selected", 1));
        as("olivia")
                .request()
                .header("If-None-Match", etag)
                .get("/api/v1/items/" + item)
                .then()
                .statusCode(200)
                .body("version", equalTo(1));
    }

    @Test
    void storesWorkOnUnknownItems() {
        publishAndAwait(sample("work.selected", 1).about(product, UUID.randomUUID(), 1));
        shown().body("status", equalTo("NEW"));
    }

    @Test
    void aDeletedWorkIsNone() {
        publishAndAwait(sample("work.selected", 1), sample("work.selected", 2).withoutState());
        shown().body("status", equalTo("NEW")).body("work.sprintId", nullValue());
    }

    /// One or two statuses, all and all but one, against every combination of own status, work and
    /// release: the list and the item show the same status.
    @Test
    void listsByTheShownStatus() throws SQLException {
        var shown = allCombinations();
        var all = ShownStatus.values();
        for (var set = 1; set < 1 << all.length; set++) {
            if (Integer.bitCount(set) > 2 && Integer.bitCount(set) < all.length - 1) {
                continue;
            }
            var wanted = EnumSet.noneOf(ShownStatus.class);
            for (var status : all) {
                if ((set >> status.ordinal() & 1) == 1) {
                    wanted.add(status);
                }
            }
            var query =
                    wanted.stream().map(ShownStatus::name).collect(Collectors.joining(","))
                            + "&limit=500";
            List<String> listed = as("olivia").get(list(query)).path("items.id");
            assertThat(listed)
                    .as(query)
                    .containsExactlyInAnyOrderElementsOf(
                            shown.entrySet().stream()
                                    .filter(entry -> wanted.contains(entry.getValue()))
                                    .map(Map.Entry::getKey)
                                    .toList());
        }
    }

    @Test
    void countsByTheShownStatus() {
        as("olivia").newItem(product, "Another");
        publishAndAwait(sample("work.done", 1));
        as("olivia")
                .get(list("DONE") + "&include=total")
                .then()
                .body("items.status", contains("DONE"))
                .body("page.total", equalTo(1));
        as("olivia").get(list("NEW") + "&include=total").then().body("page.total", equalTo(1));
    }

    /// One statement keeps PostgreSQL to the indexes, one finds the most selective filter, one
    /// reads the page.
    @Test
    void aPageStaysFourStatements() {
        publishAndAwait(sample("work.selected", 1));
        // One of them reads the caller's rights.
        assertThat(
                        statements.of(() ->
                                as("olivia")
                                        .get(list("SELECTED,NEW,RELEASED"))
                                        .then()
                                        .statusCode(200)))
                .isEqualTo(4);
    }

    private Map<String, ShownStatus> allCombinations() throws SQLException {
        Map<String, ShownStatus> shown = new HashMap<>();
        shown.put(item.toString(), ShownStatus.NEW);
        var release = aRelease();
        for (var own : ItemStatus.values()) {
            for (var work : WorkStatus.values()) {
                shown.put(made(own, work).toString(), ShownStatus.of(own, work, false));
                if (own != ItemStatus.DROPPED) {
                    var out = made(own, work);
                    execute(
                            "insert into item_release values ('%s', '%s', '%s', 'RELEASED')"
                                    .formatted(out, product, release));
                    shown.put(out.toString(), ShownStatus.of(own, work, true));
                }
            }
        }
        return shown;
    }

    private UUID made(ItemStatus own, WorkStatus work) throws SQLException {
        var made = as("olivia").newItem(product, own + " and " + work);
        execute("update item set status = '" + own + "' where id = '" + made + "'");
        execute(
                """
                insert into item_work (id, epoch, version, product_id, status, deleted)
                values ('%s', 1, 1, '%s', '%s', false)
                """
                        .formatted(made, product, work));
        return made;
    }

    private UUID aRelease() throws SQLException {
        var release = UUID.randomUUID();
        execute(
                """
                insert into release (id, product_id, name, status, item_ids, version, created_at)
                values ('%s', '%s', '1.4', 'RELEASED', '{}', 2, now())
                """
                        .formatted(release, product));
        return release;
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String list(String statuses) {
        return "/products/" + product + "/items?status=" + statuses;
    }

    private ValidatableResponse shown() {
        return as("olivia").get("/items/" + item).then().statusCode(200);
    }

    private ValidatableResponse drop() {
        return as("olivia").post("/items/" + item + "/drop").then();
    }

    private GoldenSample sample(String name, long version) {
        return GoldenSample.read("sprint", name).about(product, item, version);
    }
}
