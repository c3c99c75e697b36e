package dev.steward.backlog;

import static dev.steward.backlog.Api.as;
import static org.assertj.core.api.Assertions.assertThat;

import dev.steward.platform.database.Database;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jdbi.v3.core.statement.SqlStatements;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// In all lists with long texts: a page ends when it becomes large, and the next one continues.
@QuarkusTest
class LongListsTest {

    /// A page, one row too long for it, and the JSON around it.
    private static final int MAX_BYTES = 1_500_000;

    @Inject Backlogs backlogs;

    @Inject Database database;

    private Backlog backlog;

    @BeforeEach
    void begin() {
        backlog = backlogs.withItems(300);
        run("update item set title = repeat('€', 300) where product_id = :product");
    }

    @Test
    void ofProducts() {
        var reader = "reader-of-" + backlog.key();
        run(
                """
                with made as (
                    insert into product (id, key, name, description, status, version, created_at)
                    select gen_random_uuid(), '%1$s' || 'P' || n, 'Long', repeat('€', 5000), 'ACTIVE', 1, now()
                    from generate_series(1, 150) n returning id)
                insert into membership (id, product_id, subject, roles, version, granted_at)
                select gen_random_uuid(), id, 'reader-of-%1$s', array['STAKEHOLDER'], 1, now() from made
                """
                        .formatted(backlog.key()));

        assertThat(rowsOf("/products", reader)).isEqualTo(150);
    }

    @Test
    void ofVisions() {
        run(
                """
                insert into event (id, product_id, aggregate_type, aggregate_id, version, epoch, type, actor, change, state)
                select gen_random_uuid(), :product, 'vision', :product, n, 1, 'steward.backlog.vision.published.v1', 'x',
                    '{}', jsonb_build_object('published', jsonb_build_object('statement', repeat('€', 4000),
                        'needs', repeat('€', 4000), 'product', repeat('€', 4000)))
                from generate_series(1, 60) n
                """);

        assertThat(rowsOf(path("/vision/history"))).isEqualTo(60);
    }

    @Test
    void ofChangesOfAnOrder() {
        run(
                """
                insert into event (id, product_id, aggregate_type, aggregate_id, version, epoch, type, actor, reason,
                    change, state)
                select gen_random_uuid(), :product, 'order', :product, n, 1, 'steward.backlog.order.changed.v1', 'x',
                    repeat('€', 1000),
                    jsonb_build_object('kind', 'MOVE', 'part', 1, 'parts', 1, 'count', 20, 'moves', (
                        select jsonb_agg(jsonb_build_object('id', id, 'from', 'a', 'to', 'b')) from (
                            select id from item where product_id = :product limit 20) moved)),
                    jsonb_build_object('orderVersion', n)
                from generate_series(1, 120) n
                """);

        assertThat(rowsOf(path("/order/history"))).isEqualTo(120);
    }

    @Test
    void ofPins() {
        run(
                """
                insert into pin (id, product_id, item_id, place, position, reason, set_at, set_by, version)
                select gen_random_uuid(), product_id, id, 'POSITION', number, repeat('€', 1000), now(), 'x', 1
                from item where product_id = :product
                """);

        assertThat(rowsOf(path("/pins"))).isEqualTo(300);
    }

    @Test
    void ofImports() {
        run(
                """
                insert into import_job (id, product_id, product_key, system, dry_run, status, arrived, actor, created_at,
                    touched_at, ended_at, version, unused_columns)
                select gen_random_uuid(), :product, 'T', 'jira', false, 'SUCCEEDED', true, 'x', now(), now(), now(), 1,
                    (select array_agg(repeat('€', 300)) from generate_series(1, 1000))
                from generate_series(1, 4)
                """);

        assertThat(rowsOf(path("/imports"))).isEqualTo(4);
    }

    @Test
    void ofTheErrorsOfAnImport() {
        var id = UUID.randomUUID();
        run(
                """
                insert into import_job (id, product_id, product_key, system, dry_run, status, arrived, actor, created_at,
                    touched_at, ended_at, version)
                values ('%s', :product, 'T', 'jira', false, 'SUCCEEDED', true, 'x', now(), now(), now(), 1)
                """
                        .formatted(id));
        run(
                """
                insert into import_error (import_id, line, code, message)
                select '%s', n, 'invalid', repeat('€', 2000) from generate_series(1, 300) n where :product is not null
                """
                        .formatted(id));

        assertThat(rowsOf("/imports/" + id + "/errors")).isEqualTo(300);
    }

    private int rowsOf(String path) {
        return rowsOf(path, backlog.member("OWNER"));
    }

    /// Page by page.
    private static int rowsOf(String path, String reader) {
        var rows = 0;
        var pages = 0;
        var cursor = "";
        while (cursor != null) {
            var page = as(reader).get(path + "?limit=500" + cursor);
            page.then().statusCode(200);
            assertThat(page.asString().getBytes(StandardCharsets.UTF_8).length)
                    .isLessThan(MAX_BYTES);
            rows += page.jsonPath().getList("items").size();
            String next = page.path("page.next");
            cursor = next == null ? null : "&cursor=" + next;
            pages++;
        }
        assertThat(pages).isGreaterThan(1);
        return rows;
    }

    private String path(String list) {
        return "/products/" + backlog.product() + list;
    }

    private void run(String sql) {
        QuarkusTransaction.requiringNew()
                .timeout(60)
                .run(() ->
                        database.update(
                                sql,
                                update ->
                                        update.configure(
                                                        SqlStatements.class,
                                                        config ->
                                                                config.setUnusedBindingAllowed(
                                                                        true))
                                                .bind("product", backlog.product())));
    }
}
