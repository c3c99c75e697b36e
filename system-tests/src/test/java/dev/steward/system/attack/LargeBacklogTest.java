package dev.steward.system.attack;

import static dev.steward.system.attack.NormalCaller.SCALE;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.steward.local.oidc.Person;
import dev.steward.system.Api;
import dev.steward.system.Sql;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// A product with very many items, and people who ask for what touches all of them: 200,000 of them
/// with `attack.scale` 8.
class LargeBacklogTest {

    private static final int ITEMS = 25_000 * SCALE;
    private static final int AT_ONCE = 8;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /// Statements that make a product's items, each with a rank of its number and a score.
    private static final List<String> FILL =
            List.of(
                    """
                    insert into item (id, product_id, number, key, type, title, acceptance_criteria, labels, estimate, value,
                        time_criticality, status, version, created_at, created_by)
                    select uuidv7(), p.id, n, p.key || '-' || n, case when n %% 10 = 0 then 'BUG' else 'STORY' end,
                        'Item ' || n, '[]', '{}', 1 + n %% 13, n * 7919 %% 21, n * 104729 %% 21,
                        case when n %% 5 = 0 then 'READY' else 'NEW' end, 1, now(), 'olivia'
                    from product p, generate_series(1::bigint, %2$d) n where p.key = '%1$s'
                    """,
                    """
                    insert into item_rank (item_id, product_id, rank)
                    select i.id, i.product_id, (
                        select string_agg(substr(
                            '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz',
                            1 + cast(i.number / cast(62 ^ e as bigint) %% 62 as int), 1), '' order by e desc)
                        from generate_series(0, 6) e) || 'V'
                    from item i join product p on p.id = i.product_id where p.key = '%1$s'
                    """,
                    """
                    insert into item_score (item_id, product_id, score, sort_score, coverage, telling, model_version, day,
                        version)
                    select i.id, i.product_id, i.number * 7919 %% 1000 / 1000.0, i.number * 7919 %% 1000 / 1000.0, 1, false,
                        0, cast(now() at time zone 'utc' as date), 1
                    from item i join product p on p.id = i.product_id where p.key = '%1$s'
                    """,
                    """
                    select setval('item_number_' || replace(cast(id as text), '-', ''), %2$d)
                    from product where key = '%1$s'
                    """);

    @Test
    void proposalsForVeryManyItemsHoldUpNobodyElse() {
        var product = filled();
        pin(product, 10, Map.of("place", "POSITION", "position", ITEMS / 2));
        pin(product, 20, Map.of("place", "ABOVE", "otherItemId", product + "-10"));

        NormalCaller.besideWavesOf(() -> {
            var answers = atOnce(() -> get(product, "/order/proposal"));
            assertThat(answers).allMatch(LargeBacklogTest::isDoneOrHonest);
            assertThat(answers).anyMatch(answer -> answer.statusCode() == 200);
        });
    }

    @Test
    void anOrderOfVeryManyItemsIsAppliedByAJob() {
        var product = filled();

        NormalCaller.beside(() -> {
            var applied =
                    Api.post(
                            Person.OLIVIA,
                            "/products/" + product + "/order/proposal/apply",
                            Map.of("orderVersion", 0));
            var moved = moveToTop(product, 7);

            assertThat(applied.statusCode()).isEqualTo(202);
            assertThat(moved.statusCode()).isIn(200, 409);
            assertThat(ended(applied).<Integer>path("progress.done")).isGreaterThan(ITEMS / 2);
        });
        assertThat(moveToTop(product, 8).statusCode()).isEqualTo(200);
    }

    @Test
    void veryManyItemsAreScoredAnewByAJob() {
        var product = filled();

        NormalCaller.beside(() -> {
            var chosen =
                    Api.as(Person.OLIVIA)
                            .contentType("application/json")
                            .header("If-Match", "*")
                            .body(Map.of("kind", "WSJF"))
                            .put("/products/" + product + "/scoring-models/active");
            assertThat(chosen.statusCode()).isEqualTo(202);
            assertThat(ended(chosen).<Integer>path("progress.done")).isEqualTo(ITEMS);
        });
        assertThat(get(product, "/scoring-models/active").<String>path("kind")).isEqualTo("WSJF");
    }

    private static String filled() {
        var product = "L" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        Api.post(Person.OLIVIA, "/products", Map.of("key", product, "name", "Very many"))
                .then()
                .statusCode(201);
        var sql = Sql.of("backlog");
        FILL.forEach(statement -> sql.run(statement.formatted(product, ITEMS)));
        sql.run("analyze");
        return product;
    }

    private static void pin(String product, int number, Map<String, ?> place) {
        var pin = new HashMap<String, Object>(place);
        pin.put("itemId", product + "-" + number);
        pin.put("reason", "An exception");
        Api.post(Person.OLIVIA, "/products/" + product + "/pins", pin).then().statusCode(201);
    }

    private static Response get(String product, String path) {
        return Api.as(Person.OLIVIA).get("/products/" + product + path);
    }

    private static Response moveToTop(String product, int number) {
        return Api.post(
                Person.OLIVIA,
                "/products/" + product + "/order",
                Map.of("items", List.of(product + "-" + number), "to", "TOP"));
    }

    private static boolean isDoneOrHonest(Response answer) {
        return answer.statusCode() == 200
                || (answer.statusCode() == 503 && answer.header("Retry-After") != null);
    }

    private static Response ended(Response accepted) {
        var job = "/jobs/" + requireNonNull(accepted.<String>path("id"));
        await().atMost(PATIENCE)
                .until(() -> Api.as(Person.OLIVIA).get(job).path("endedAt") != null);
        var ended = Api.as(Person.OLIVIA).get(job);
        assertThat(ended.<String>path("status")).isEqualTo("SUCCEEDED");
        return ended;
    }

    private static List<Response> atOnce(Callable<Response> request) {
        try (var callers = Executors.newCachedThreadPool()) {
            return callers
                    .invokeAll(Stream.generate(() -> request).limit(AT_ONCE).toList())
                    .stream()
                    .map(LargeBacklogTest::answer)
                    .toList();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Response answer(Future<Response> caller) {
        try {
            return caller.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
