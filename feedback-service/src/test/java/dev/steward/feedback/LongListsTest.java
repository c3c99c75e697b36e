package dev.steward.feedback;

import static dev.steward.feedback.ProductFixture.as;
import static dev.steward.feedback.ProductFixture.unique;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A page of long rows ends before its limit and the next one continues after it: no answer is much
/// larger than one mebibyte, and nothing is left out.
@QuarkusTest
class LongListsTest {

    /// One mebibyte, its JSON and a row.
    private static final int MOST = 1_400_000;

    private static final String LONG = "\u20ac".repeat(300);

    @Inject Tables tables;

    private ProductFixture product;
    private UUID item;
    private UUID entry;

    @BeforeEach
    void createEntryLinkedToAnItem() {
        product = ProductFixture.withMembers();
        item = product.item(unique("i"));
        entry =
                UUID.fromString(
                        product.feedback("olivia", Map.of("title", "The first", "text", "x")));
        product.link(entry.toString(), item, Map.of());
    }

    @Test
    void theMessagesOfARelease() {
        var release = release("RELEASED");
        tables.execute(
                "insert into loop (release_id, product_id, version, mode, opened_at) values (?, ?, 1, 'MANUAL', now())",
                release,
                product.id());
        tables.execute(
                """
                with people as (
                    insert into contact (id, product_id, version, created_at)
                    select uuidv7(), ?, 1, now() from generate_series(1, 60) returning id)
                insert into delivery (id, product_id, release_id, contact_id, status, text, due_at)
                select uuidv7(), ?, ?, id, 'HELD', repeat('x', 60000), now() from people
                """,
                product.id(),
                product.id(),
                release);
        assertThat(walk("/releases/" + release + "/loop", "id"))
                .hasSize(60)
                .doesNotHaveDuplicates();
    }

    @Test
    void thePeopleWhoWouldBeToldOfARelease() {
        var release = release("PLANNED");
        tables.execute(
                """
                with people as (
                    insert into contact (id, product_id, version, created_at)
                    select uuidv7(), ?, 1, now() from generate_series(1, 30) returning id),
                made as (
                    insert into feedback (id, product_id, version, source_id, title, text, kind, attributes,
                        submitted_at, triaged, recorded_by, root_id, status)
                    select n.id, f.product_id, 1, f.source_id, ?, 'x', f.kind, f.attributes,
                        f.submitted_at, true, f.recorded_by, n.id, 'LINKED'
                    from feedback f cross join (select uuidv7() as id from generate_series(1, 120)) n where f.id = ?
                    returning id, product_id),
                linked as (
                    insert into link (id, product_id, feedback_id, item_id, version, kind, removed)
                    select uuidv7(), product_id, id, ?, 1, 'SOLVES', false from made)
                insert into vote (id, product_id, feedback_id, contact_id, version, withdrawn, recorded_by)
                select uuidv7(), m.product_id, m.id, p.id, 1, false, 'olivia' from made m cross join people p
                """,
                product.id(),
                LONG,
                entry,
                item);
        assertThat(walk("/releases/" + release + "/loop/preview", "contact.id"))
                .hasSize(31)
                .doesNotHaveDuplicates();
    }

    @Test
    void customersWithManyNamesElsewhere() {
        tables.execute(
                """
                with made as (
                    insert into customer (id, product_id, version, name, confirmed, created_at)
                    select uuidv7(), ?, 1, 'Many', true, now() from generate_series(1, 40) returning id)
                insert into customer_external_id (product_id, system, external_id, customer_id)
                select ?, 's' || n, rpad(id::text, 200, 'x'), id from made cross join generate_series(1, 400) n
                """,
                product.id(),
                product.id());
        assertThat(walk("/products/" + product.id() + "/customers", "id"))
                .hasSize(40)
                .doesNotHaveDuplicates();
    }

    @Test
    void entriesWithLongTitles() {
        tables.execute(
                """
                insert into feedback (id, product_id, version, source_id, external_id, title, text, kind, attributes,
                    submitted_at, triaged, recorded_by, root_id, status, reason)
                select n.id, f.product_id, 1, f.source_id, n.id || left(?, 150), ?, 'x', f.kind, f.attributes,
                    f.submitted_at, true, f.recorded_by, n.id, 'TRIAGED', repeat(?, 5)
                from feedback f cross join (select uuidv7() as id from generate_series(1, 499)) n where f.id = ?
                """,
                LONG,
                LONG,
                LONG,
                entry);
        assertThat(walk("/products/" + product.id() + "/feedback", "id"))
                .hasSize(500)
                .doesNotHaveDuplicates();
    }

    /// Page by page, of 500 rows where they were short.
    private static List<String> walk(String path, String id) {
        List<String> all = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            var request = as("olivia").queryParam("limit", 500);
            var page = (cursor == null ? request : request.queryParam("cursor", cursor)).get(path);
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.asByteArray().length).isLessThan(MOST);
            all.addAll(page.path("items." + id));
            cursor = page.path("page.next");
            assertThat(all.size() == page.<List<?>>path("items").size() && cursor == null)
                    .as("they do not fit into one page")
                    .isFalse();
        } while (cursor != null);
        return all;
    }

    private UUID release(String status) {
        var id = UuidCreator.getTimeOrderedEpoch();
        tables.execute(
                """
                insert into release (id, epoch, version, product_id, name, status, item_ids, deleted)
                values (?, 1, 1, ?, 'R', ?, array [?::uuid], false)
                """,
                id,
                product.id(),
                status,
                item);
        return id;
    }
}
