package dev.steward.feedback.status;

import static dev.steward.platform.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.steward.feedback.ProductFixture;
import dev.steward.platform.database.Database;
import dev.steward.platform.testing.Kafka;
import dev.steward.platform.testing.RefusedStatements;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// An item for which more entries ask than one transaction updates.
@QuarkusTest
class DueStatusUpdatesTest {

    private static final int ENTRIES = 2 * DueStatusUpdates.BATCH_SIZE + 1;

    @Inject Database database;

    @Test
    void allOfThemFollowWithOneEventEach() {
        var product = ProductFixture.withMembers();
        itemIsDropped(product, itemOfManyEntries(product));
        eventually()
                .until(() ->
                        count(
                                        "select count(*)::int as n from feedback where status = 'TRIAGED' and product_id = :product",
                                        product)
                                == ENTRIES);
        assertThat(
                        count(
                                """
                                select count(distinct aggregate_id)::int as n from event
                                where type = 'steward.feedback.feedback-status.changed.v1' and product_id = :product
                                    and state->>'status' = 'TRIAGED'
                                """,
                                product))
                .isEqualTo(ENTRIES);
        assertThat(due(product)).isZero();
    }

    /// The status of one of them cannot be written, whatever the reason.
    @Test
    void oneThatFailsBlocksNoOther() {
        var product = ProductFixture.withMembers();
        var item = itemOfManyEntries(product);
        var failing = new RefusedStatements();
        failing.on(
                "feedback",
                "new.product_id = '%s' and new.title = 'One' and new.status = 'TRIAGED'"
                        .formatted(product.id()),
                "22000");
        try {
            itemIsDropped(product, item);
            eventually().until(() -> due(product) == 1);
        } finally {
            failing.end("feedback");
        }
        eventually().until(() -> due(product) == 0);
    }

    private UUID itemOfManyEntries(ProductFixture product) {
        var item = product.item("1");
        var entry = product.feedback("olivia", Map.of("title", "One", "text", "x"));
        product.link(entry, item, Map.of());
        addEntries(entry, item, ENTRIES - 1);
        return item;
    }

    private static void itemIsDropped(ProductFixture product, UUID item) {
        Kafka.publish(
                product.itemSample(item, 2)
                        .ofType("steward.backlog.item.dropped.v1")
                        .withState("status", "DROPPED"));
    }

    private int due(ProductFixture product) {
        return count(
                "select count(*)::int as n from standing_due where product_id = :product", product);
    }

    private void addEntries(String like, UUID item, int entries) {
        database.update(
                """
                with made as (
                    insert into feedback (id, product_id, version, source_id, title, text, kind, attributes, submitted_at,
                        triaged, recorded_by, root_id, status)
                    select n.id, f.product_id, 1, f.source_id, 'Many', 'x', f.kind, f.attributes, f.submitted_at, true,
                        f.recorded_by, n.id, 'LINKED'
                    from feedback f cross join (select uuidv7() as id from generate_series(1, :entries)) n where f.id = :like
                    returning id, product_id)
                insert into link (id, product_id, feedback_id, item_id, version, kind, removed)
                select uuidv7(), product_id, id, :item, 1, 'SOLVES', false from made
                """,
                update ->
                        update.bind("entries", entries)
                                .bind("like", UUID.fromString(like))
                                .bind("item", item));
    }

    private int count(String sql, ProductFixture product) {
        return database.query(
                sql, query -> query.bind("product", product.id()).mapTo(Integer.class).one());
    }
}
