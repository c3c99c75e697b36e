package dev.steward.backlog.item.list;

import static dev.steward.backlog.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;

import dev.steward.backlog.Backlog;
import dev.steward.backlog.Backlogs;
import dev.steward.platform.database.Database;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The column `shows_work` follows the work and the release of an item.
@QuarkusTest
class ShownWorkTest {

    @Inject Backlogs backlogs;

    @Inject ShownWorkBackfill filling;

    @Inject Database database;

    private Backlog backlog;

    @BeforeEach
    void begin() {
        backlog = backlogs.withItems(3);
    }

    @Test
    void comesAndGoesWithTheWork() {
        backlogs.work(backlog, "SELECTED", 1, 2);
        assertThat(marked()).containsExactly(1L, 2L);
        backlogs.work(backlog, "NONE", 1);
        backlogs.work(backlog, "DONE", 2);

        assertThat(marked()).containsExactly(2L);
        as(backlog.member("OWNER"))
                .get("/products/" + backlog.product() + "/items?status=NEW")
                .then()
                .body("items.number", contains(1, 3));
    }

    @Test
    void comesAndGoesWithTheRelease() {
        var release = UUID.randomUUID();
        run(
                """
                insert into release (id, product_id, name, status, item_ids, version, created_at)
                values ('%s', :product, 'One', 'PLANNED', '{}', 1, now())
                """
                        .formatted(release));
        run(
                """
                insert into item_release (item_id, product_id, release_id, status)
                select id, product_id, '%s', 'PLANNED' from item where product_id = :product and number > 1
                """
                        .formatted(release));
        assertThat(marked()).isEmpty();

        run(
                "update release set status = 'RELEASED' where product_id = :product and id = '"
                        + release
                        + "'");
        assertThat(marked()).containsExactly(2L, 3L);

        run("delete from item_release where product_id = :product");
        assertThat(marked()).isEmpty();
    }

    @Test
    void isFilledWhereItWasThereBefore() {
        backlogs.work(backlog, "IN_PROGRESS", 2);
        run("update item set shows_work = false where product_id = :product");

        while (filling.step()) {
            // Until none is left.
        }

        assertThat(marked()).containsExactly(2L);
    }

    private List<Long> marked() {
        return database.query(
                "select number from item where product_id = :product and shows_work order by number",
                query -> query.bind("product", backlog.product()).mapTo(Long.class).list());
    }

    private void run(String sql) {
        database.update(sql, update -> update.bind("product", backlog.product()));
    }
}
