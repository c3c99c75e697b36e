package dev.steward.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;

/// What must hold after any fault, once everything runs again and is at rest.
final class Invariants {

    private static final List<String> SERVICES = List.of("backlog", "sprint", "feedback");

    private static final String TABLE = "select id, version, %s from %s order by id";

    private Invariants() {}

    /// Waits until nothing is under way any more, then checks all of them.
    static void hold() {
        Awaitility.await("the outboxes are empty and the projections are up to date")
                .atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> {
                    outboxesAreEmpty();
                    projectionsEqualTheirSource();
                });
        versionsHaveNoGap();
        statesAreThoseOfTheRecord();
        nothingIsDeadLettered();
        everyItemHasOneRank();
        everyPromotionMadeItsItem();
        everySplitMadeItsRest();
    }

    static void outboxesAreEmpty() {
        SERVICES.forEach(service ->
                assertThat(Sql.of(service).number("select count(*) from outbox"))
                        .as("events of %s that wait", service)
                        .isZero());
    }

    /// A projection is the fold of its source: the last event of each aggregate, neither more nor
    /// less.
    static void projectionsEqualTheirSource() {
        var items = lastOf("backlog", "item", "state->>'key', state->>'title', state->>'status'");
        assertThat(projected("sprint", "item", "key, title, status")).isEqualTo(items);
        assertThat(projected("feedback", "item", "key, title, status")).isEqualTo(items);
        var products =
                lastOf("backlog", "product", "state->>'key', state->>'name', state->>'status'");
        assertThat(projected("sprint", "product", "key, name, status")).isEqualTo(products);
        assertThat(projected("feedback", "product", "key, name, status")).isEqualTo(products);
        var work = lastOf("sprint", "work", "state->>'status', state->>'sprintId'");
        assertThat(projected("backlog", "item_work", "status, sprint_id")).isEqualTo(work);
        assertThat(projected("feedback", "work", "product_id"))
                .isEqualTo(lastOf("sprint", "work", "state->>'productId'"));
        assertThat(projected("feedback", "release", "name, status"))
                .isEqualTo(lastOf("backlog", "release", "state->>'name', state->>'status'"));
        var members =
                Sql.of("backlog")
                        .rows(
                                "select id, version, subject, array_to_string(roles, ',') from membership where not deleted order by id");
        for (var service : List.of("sprint", "feedback")) {
            assertThat(
                            Sql.of(service)
                                    .rows(
                                            "select id, version, subject, array_to_string(roles, ',') from membership where not deleted order by id"))
                    .isEqualTo(members);
        }
        assertThat(Sql.of("backlog").rows("select id, version from demand order by id"))
                .isEqualTo(
                        Sql.of("feedback")
                                .rows(
                                        "select aggregate_id, max(version) from event where aggregate_type = 'demand' group by 1 order by 1"));
    }

    private static List<String> lastOf(String service, String type, String fields) {
        return Sql.of(service)
                .rows(
                        """
                        select aggregate_id, version, %s from (
                            select distinct on (aggregate_id) * from event where aggregate_type = ? order by aggregate_id, version desc) last
                        where state is not null order by aggregate_id
                        """
                                .formatted(fields),
                        type);
    }

    private static List<String> projected(String service, String table, String columns) {
        return Sql.of(service)
                .rows(
                        "select id, version, "
                                + columns
                                + " from "
                                + table
                                + " where not deleted order by id");
    }

    static void versionsHaveNoGap() {
        SERVICES.forEach(service ->
                assertThat(
                                Sql.of(service)
                                        .rows(
                                                """
                                                select aggregate_type, aggregate_id, count(*), max(version) from event
                                                group by 1, 2 having count(*) <> max(version) or min(version) <> 1
                                                """))
                        .as("aggregates of %s with a gap in their versions", service)
                        .isEmpty());
    }

    /// No lost update: what the tables say is what the record says.
    static void statesAreThoseOfTheRecord() {
        assertThat(Sql.of("backlog").rows(TABLE.formatted("key, title, status", "item")))
                .isEqualTo(
                        lastOf(
                                "backlog",
                                "item",
                                "state->>'key', state->>'title', state->>'status'"));
        assertThat(Sql.of("backlog").rows(TABLE.formatted("name, status", "release")))
                .isEqualTo(lastOf("backlog", "release", "state->>'name', state->>'status'"));
        assertThat(Sql.of("sprint").rows(TABLE.formatted("name, status", "sprint")))
                .isEqualTo(lastOf("sprint", "sprint", "state->>'name', state->>'status'"));
        assertThat(
                        Sql.of("sprint")
                                .rows(
                                        "select item_id, version, status, sprint_id from work where version > 0 order by item_id"))
                .isEqualTo(lastOf("sprint", "work", "state->>'status', state->>'sprintId'"));
    }

    static void nothingIsDeadLettered() {
        SERVICES.forEach(service ->
                assertThat(
                                Sql.of(service)
                                        .rows(
                                                "select topic, record_offset, error from dead_letter"))
                        .as(
                                "dead letters of %s: nothing was poisoned, everything passed by itself",
                                service)
                        .isEmpty());
    }

    static void everyPromotionMadeItsItem() {
        assertThat(
                        Sql.of("backlog")
                                .rows(
                                        """
                                        select change->>'sourceId', aggregate_id from event
                                        where type = 'steward.backlog.item.created.v1' and change->>'source' = 'feedback'
                                        order by 1
                                        """))
                .as("items made of feedback")
                .isEqualTo(
                        Sql.of("feedback")
                                .rows(
                                        "select feedback_id::text, item_id from promotion order by 1"));
    }

    static void everySplitMadeItsRest() {
        assertThat(
                        Sql.of("backlog")
                                .rows(
                                        "select id, split_from from item where split_from is not null order by 1"))
                .as("rests of items")
                .isEqualTo(
                        Sql.of("sprint")
                                .rows(
                                        "select rest_id, item_id from sprint_item where rest_id is not null order by 1"));
        assertThat(
                        Sql.of("backlog")
                                .rows(
                                        """
                                        select change->>'restId' from event
                                        where type = 'steward.backlog.item.split.v1' order by 1
                                        """))
                .as("items that were split, once for each rest")
                .isEqualTo(
                        Sql.of("backlog")
                                .rows(
                                        "select id::text from item where split_from is not null order by 1"));
    }

    static void everyItemHasOneRank() {
        assertThat(
                        Sql.of("backlog")
                                .number(
                                        "select count(*) from item i left join item_rank r on r.item_id = i.id where r.item_id is null"))
                .as("items without a rank")
                .isZero();
        assertThat(
                        Sql.of("backlog")
                                .number(
                                        "select count(*) - count(distinct (product_id, rank)) from item_rank"))
                .as("ranks held twice")
                .isZero();
    }
}
