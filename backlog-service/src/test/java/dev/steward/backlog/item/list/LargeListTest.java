package dev.steward.backlog.item.list;

import static dev.steward.backlog.Api.as;
import static org.assertj.core.api.Assertions.assertThat;

import dev.steward.backlog.Backlog;
import dev.steward.backlog.Backlogs;
import dev.steward.backlog.item.list.ItemListResource.ItemListParameters;
import dev.steward.platform.database.Database;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Lists of 200,000 items that have just been imported, so that PostgreSQL has no statistics of
/// them: the cost of a page does not depend on their number, nor on where the items that pass the
/// filter are. These are in the middle of every sort.
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LargeListTest {

    private static final int ITEMS = 200_000;
    private static final int FIRST_RARE = 100_001;
    private static final int RARE = 60;
    private static final int FIRST_FREQUENT = 95_001;
    private static final int FREQUENT = 10_000;
    private static final int LIMIT = 50;

    /// Rows and index entries read for one page, when few items pass the filter and in general.
    /// Reading the whole list would take a million.
    private static final int FEW_TOUCHED = 10_000;

    private static final int MAX_TOUCHED = 100_000;

    private static final UUID RARE_GOAL = UUID.randomUUID();
    private static final UUID COMMON_GOAL = UUID.randomUUID();

    @Inject Backlogs backlogs;

    @Inject ItemSearch search;

    @Inject Database database;

    private Backlog backlog;

    @BeforeAll
    void fill() {
        backlog = backlogs.withItems(0);
        run(
                """
                insert into item (id, product_id, number, key, type, title, acceptance_criteria, labels, status,
                    goal_id, version, created_at, created_by)
                select uuidv7(), :product, n, :key || '-' || n,
                    case when n between 100001 and 100060 then 'BUG'
                        when n between 95001 and 105000 then 'DEBT' else 'STORY' end,
                    'An item', '[]',
                    case when n between 100001 and 100060 then array['rare'] else array['common'] end,
                    case when n between 100061 and 100120 then 'REFINING'
                        when n <= 5000 or n between 100121 and 100180 then 'NEW' else 'READY' end,
                    case when n between 100001 and 100060 then :rare else :common end,
                    1, timestamptz '2026-01-01' + n * interval '1 second', 'test'
                from generate_series(1, %d) n
                """
                        .formatted(ITEMS));
        run(
                """
                insert into item_rank (item_id, product_id, rank)
                select id, product_id, lpad(number::text, 9, '0') from item where product_id = :product
                """);
        run(
                """
                insert into item_score (item_id, product_id, score, sort_score, coverage, telling, model_version, day, version)
                select id, product_id, number / 1000000.0, number / 1000000.0, 1, false, 0, current_date, 1
                from item where product_id = :product
                """);
        run(
                """
                insert into item_work (id, epoch, version, product_id, status, deleted)
                select id, 1, 1, product_id, 'SELECTED', false
                from item where product_id = :product and number between 100001 and 100060
                """);
        run(
                """
                insert into item_work (id, epoch, version, product_id, status, deleted)
                select id, 1, 1, product_id, 'DONE', false from item where product_id = :product and number <= 5000
                """);
    }

    @AfterAll
    void clear() {
        List.of("item_rank", "item_score", "item_work", "item")
                .forEach(table -> run("delete from " + table + " where product_id = :product"));
    }

    @ParameterizedTest
    @CsvSource({
        "rank, type",
        "rank, label",
        "rank, goal",
        "rank, work",
        "rank, status",
        "-score, type",
        "-score, label",
        "-score, goal",
        "-score, work",
        "-score, status",
        "createdAt, type",
        "createdAt, label",
        "createdAt, goal",
        "createdAt, work",
        "createdAt, status",
        "-createdAt, type",
        "-createdAt, label",
        "-createdAt, goal",
        "-createdAt, work",
        "-createdAt, status",
        "number, type",
        "number, label",
        "number, goal",
        "number, work",
        "number, status",
        "-number, type",
        "-number, label",
        "-number, goal",
        "-number, work",
        "-number, status"
    })
    void findWhatIsRareWhereverItStands(String sort, String filter) {
        var query = query(sort);
        switch (filter) {
            case "type" -> query.type = "BUG";
            case "label" -> query.label = "rare";
            case "goal" -> query.goal = RARE_GOAL.toString();
            case "work" -> query.status = "SELECTED";
            case "status" -> query.status = "REFINING";
            default -> throw new IllegalArgumentException(filter);
        }

        var first = filter.equals("status") ? FIRST_RARE + RARE : FIRST_RARE;
        assertThat(pageByPage(query, FEW_TOUCHED)).isEqualTo(numbers(sort, first, RARE));
    }

    /// Five thousand others have the same own status, and show the status of the work on them.
    @ParameterizedTest
    @ValueSource(strings = {"rank", "-score", "createdAt", "-createdAt", "number", "-number"})
    void findWhatShowsAStatusThatManyHave(String sort) {
        var query = query(sort);
        query.status = "NEW";

        var found = bounded(query, null, FEW_TOUCHED);

        assertThat(found.rows()).hasSize(LIMIT + 1);
        assertThat(pageByPage(query, FEW_TOUCHED))
                .isEqualTo(numbers(sort, FIRST_RARE + 2 * RARE, RARE));
    }

    @Test
    void costAProductNothingWhereOthersUseItsLabelsOften() {
        var small = backlogs.withItems(100);
        database.update(
                "update item set labels = array['common'] where id = :id",
                update -> update.bind("id", small.item(7)));
        var query = query("rank");
        query.label = "common";
        var touched = new long[1];
        var found =
                QuarkusTransaction.requiringNew()
                        .call(() -> {
                            var before = touched();
                            var rows = search.find(listing(small, query, null), LIMIT + 1).rows();
                            touched[0] = touched() - before;
                            return rows;
                        });

        assertThat(found).extracting(ItemRow::number).containsExactly(7L);
        assertThat(touched[0]).isLessThan(500);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rank", "-score", "createdAt", "-createdAt", "number", "-number"})
    void goOnFromPageToPageUntilTheyFindWhatIsFrequentAndFar(String sort) {
        var query = query(sort);
        query.type = "DEBT,BUG";

        assertThat(pageByPage(query, MAX_TOUCHED))
                .isEqualTo(numbers(sort, FIRST_FREQUENT, FREQUENT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rank", "-score", "createdAt", "-createdAt", "number", "-number"})
    void fillAPageWithWhatIsEverywhere(String sort) {
        var query = query(sort);
        query.label = "common";
        query.goal = COMMON_GOAL.toString();
        query.status = "READY,REFINING";

        var found = bounded(query, null, MAX_TOUCHED);

        assertThat(found.rows()).hasSize(LIMIT + 1);
    }

    @Test
    void sayThatThereIsMoreWhereAPageEndsEarly() {
        var path =
                "/products/"
                        + backlog.product()
                        + "/items?sort=number&type=DEBT&include=description";
        var pages = 0;
        List<Integer> numbers = List.of();
        var cursor = "";
        while (numbers.isEmpty()) {
            var page = as(backlog.member("DEVELOPER")).get(path + cursor);
            page.then().statusCode(200);
            numbers = page.path("items.number");
            cursor = "&cursor=" + page.path("page.next");
            pages++;
        }
        assertThat(numbers.getFirst()).isEqualTo(FIRST_FREQUENT);
        assertThat(pages).isEqualTo(FIRST_FREQUENT / ItemSearch.MAX_ROWS_READ + 1);
    }

    private List<Long> pageByPage(ItemListParameters query, int most) {
        List<Long> numbers = new ArrayList<>();
        ItemRow behind = null;
        do {
            var found = bounded(query, behind, most);
            var shown = found.rows().stream().limit(LIMIT).toList();
            shown.forEach(row -> numbers.add(row.number()));
            behind = found.rows().size() > LIMIT ? shown.getLast() : found.stop();
        } while (behind != null);
        return numbers;
    }

    private ItemSearch.Found bounded(ItemListParameters query, @Nullable ItemRow behind, int most) {
        return QuarkusTransaction.requiringNew()
                .timeout(60)
                .call(() -> {
                    var before = touched();
                    var found = search.find(listing(backlog, query, behind), LIMIT + 1);
                    assertThat(touched() - before).isLessThan(most);
                    return found;
                });
    }

    private static ItemListing listing(
            Backlog backlog, ItemListParameters query, @Nullable ItemRow behind) {
        var options = ItemListOptions.of(query);
        return new ItemListing(
                backlog.product(),
                options.filter(),
                options.sort(),
                behind == null ? List.of() : options.sort().keysOf(behind),
                false);
    }

    /// Read by this transaction.
    private long touched() {
        return database.query(
                """
                select cast(sum(pg_stat_get_xact_tuples_returned(c.oid) + pg_stat_get_xact_tuples_fetched(c.oid))
                    as bigint)
                from pg_class c where c.relname like 'item%' and c.relkind in ('r', 'i')
                """,
                query -> query.mapTo(Long.class).one());
    }

    private static ItemListParameters query(String sort) {
        var query = new ItemListParameters();
        query.sort = sort;
        return query;
    }

    private static List<Long> numbers(String sort, int first, int count) {
        var numbers = IntStream.range(first, first + count).mapToObj(Long::valueOf).toList();
        return sort.startsWith("-") ? numbers.reversed() : numbers;
    }

    private void run(String sql) {
        QuarkusTransaction.requiringNew()
                .timeout(120)
                .run(() -> {
                    database.query(
                            "select set_config('statement_timeout', '100s', true)",
                            query -> query.mapTo(String.class).one());
                    database.update(
                            sql,
                            update ->
                                    update.configure(
                                                    SqlStatements.class,
                                                    config -> config.setUnusedBindingAllowed(true))
                                            .bind("product", backlog.product())
                                            .bind("rare", RARE_GOAL)
                                            .bind("common", COMMON_GOAL)
                                            .bind("key", backlog.key()));
                });
    }
}
