package dev.steward.backlog.order;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.steward.backlog.Backlog;
import dev.steward.backlog.Backlogs;
import dev.steward.platform.database.Database;
import dev.steward.platform.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ConcurrentOrderingTest {

    @Inject Backlogs backlogs;

    @Inject Database database;

    @Test
    void givesRacersForOnePlaceRanksOfTheirOwn() throws Exception {
        var backlog = backlogs.withItems(20);
        var racers =
                IntStream.rangeClosed(3, 20)
                        .<Callable<Integer>>mapToObj(number ->
                                () ->
                                        move(
                                                backlog,
                                                Map.of(
                                                        "items",
                                                        List.of(backlog.item(number)),
                                                        "after",
                                                        backlog.item(1),
                                                        "before",
                                                        backlog.item(2))))
                        .toList();

        assertThat(race(racers)).containsOnly(200);

        var order = order(backlog);
        assertThat(order).hasSize(20).doesNotHaveDuplicates();
        assertThat(order.getFirst()).isEqualTo(1);
        assertThat(order.getLast()).isEqualTo(2);
        assertThat(orderVersion(backlog)).isEqualTo(18);
    }

    @Test
    void letsOneOfThoseWinWhoLookedAtTheSameOrder() throws Exception {
        var backlog = backlogs.withItems(10);
        var racers =
                IntStream.rangeClosed(1, 10)
                        .<Callable<Integer>>mapToObj(number ->
                                () ->
                                        move(
                                                backlog,
                                                Map.of(
                                                        "items",
                                                        List.of(backlog.item(number)),
                                                        "to",
                                                        "BOTTOM",
                                                        "orderVersion",
                                                        0)))
                        .toList();

        var answers = race(racers);

        // The last one stands at the bottom already: moving it there may change nothing, and raise
        // nothing.
        assertThat(answers).contains(200).isSubsetOf(200, 409);
        assertThat(orderVersion(backlog)).isEqualTo(1);
    }

    @Test
    void keepsMoversAndNewItemsApart() throws Exception {
        var backlog = backlogs.withItems(5);
        var movers =
                IntStream.range(0, 20)
                        .<Callable<Integer>>mapToObj(i ->
                                () ->
                                        move(
                                                backlog,
                                                Map.of(
                                                        "items",
                                                        List.of(backlog.item(1 + i % 5)),
                                                        "to",
                                                        "BOTTOM")));
        var creators =
                IntStream.range(0, 20)
                        .<Callable<Integer>>mapToObj(i ->
                                () -> {
                                    backlogs.rankOfNewItem(backlog, 6 + i, Optional.empty());
                                    return 200;
                                });

        assertThat(race(Stream.concat(movers, creators).toList())).containsOnly(200);

        assertThat(order(backlog)).hasSize(25).doesNotHaveDuplicates();
    }

    private static List<Integer> race(List<Callable<Integer>> racers) throws InterruptedException {
        try (var threads = Executors.newCachedThreadPool()) {
            return threads.invokeAll(racers).stream().map(ConcurrentOrderingTest::answer).toList();
        }
    }

    private static int answer(Future<Integer> racer) {
        try {
            return racer.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    private static int move(Backlog backlog, Map<String, ?> body) {
        return given().auth()
                .oauth2(Tokens.of(backlog.member("OWNER")))
                .contentType("application/json")
                .body(body)
                .post("/api/v1/products/{p}/order", backlog.product())
                .statusCode();
    }

    private List<Integer> order(Backlog backlog) {
        return database.query(
                "select cast(i.number as int) from item_rank r join item i on i.id = r.item_id where r.product_id = :p order by r.rank",
                query -> query.bind("p", backlog.product()).mapTo(Integer.class).list());
    }

    private long orderVersion(Backlog backlog) {
        return database.query(
                "select order_version from product_order where product_id = :p",
                query -> query.bind("p", backlog.product()).mapTo(Long.class).one());
    }
}
