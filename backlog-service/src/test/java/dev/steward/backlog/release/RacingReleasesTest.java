package dev.steward.backlog.release;

import static dev.steward.backlog.Api.as;
import static org.assertj.core.api.Assertions.assertThat;

import dev.steward.backlog.Backlog;
import dev.steward.backlog.Backlogs;
import dev.steward.platform.testing.RecordedEvents;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/// Concurrent changes of the same releases and items: each gets an answer, and there is no
/// deadlock.
@QuarkusTest
class RacingReleasesTest {

    @Inject Backlogs backlogs;
    @Inject DataSource database;

    @Test
    void oneOfThoseWhoWantTheSameItemsGetsThem() throws Exception {
        var backlog = backlogs.withItems(20);
        var answers =
                race(
                        IntStream.range(0, 6)
                                .<Callable<Integer>>mapToObj(
                                        _ -> () -> plan(backlog, shuffled(backlog)).statusCode())
                                .toList());
        assertThat(answers).containsOnlyOnce(201).isSubsetOf(201, 409);
    }

    @Test
    void releasesThatExchangeItemsDoNotDeadlock() throws Exception {
        var backlog = backlogs.withItems(2);
        var one = plan(backlog, List.of(backlog.item(1))).path("id").toString();
        var two = plan(backlog, List.of(backlog.item(2))).path("id").toString();
        var answers =
                race(
                        IntStream.range(0, 8)
                                .<Callable<Integer>>mapToObj(number ->
                                        () ->
                                                wants(
                                                        backlog,
                                                        number % 2 == 0 ? one : two,
                                                        backlog.item(number % 4 < 2 ? 1 : 2)))
                                .toList());
        assertThat(answers).isSubsetOf(200, 409);
    }

    @Test
    void isReleasedOnceByMany() throws Exception {
        var backlog = backlogs.withItems(2);
        backlogs.work(backlog, "DONE", 1, 2);
        var release = plan(backlog, backlog.items()).path("id").toString();
        var answers =
                race(
                        Collections.nCopies(
                                6, () -> post(backlog, "/releases/" + release + "/release")));
        assertThat(answers).containsOnly(200);
        assertThat(new RecordedEvents(database).of(UUID.fromString(release))).hasSize(2);
    }

    /// Either the item is released or it is dropped.
    @RepeatedTest(5)
    void noItemIsBothDroppedAndReleased() throws Exception {
        var backlog = backlogs.withItems(1);
        backlogs.work(backlog, "DONE", 1);
        var release = plan(backlog, backlog.items()).path("id").toString();
        var answers =
                race(
                        List.of(
                                () -> post(backlog, "/releases/" + release + "/release"),
                                () -> post(backlog, "/items/" + backlog.item(1) + "/drop")));
        assertThat(answers).containsExactlyInAnyOrder(200, 409);
    }

    private static int wants(Backlog backlog, String release, UUID item) {
        return as(backlog.member("OWNER"))
                .patch("/releases/" + release, "*", "{\"itemIds\":[\"" + item + "\"]}")
                .statusCode();
    }

    private static int post(Backlog backlog, String path) {
        return as(backlog.member("OWNER")).post(path).statusCode();
    }

    private static Response plan(Backlog backlog, List<UUID> items) {
        return as(backlog.member("OWNER"))
                .post(
                        "/products/" + backlog.product() + "/releases",
                        Map.of("name", "1.4", "itemIds", items));
    }

    private static List<UUID> shuffled(Backlog backlog) {
        var items = new ArrayList<>(backlog.items());
        Collections.shuffle(items);
        return items;
    }

    private static List<Integer> race(List<? extends Callable<Integer>> racers) throws Exception {
        try (var people = Executors.newCachedThreadPool()) {
            List<Integer> answers = new ArrayList<>();
            for (var answer : people.invokeAll(racers)) {
                answers.add(answer.get());
            }
            return answers;
        }
    }
}
