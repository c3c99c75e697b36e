package dev.steward.backlog;

import static dev.steward.backlog.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/// With more concurrent requests than connections, requests wait for the data and never for each
/// other.
@QuarkusTest
class ExhaustedPoolTest {

    @Inject DataSource database;

    @ConfigProperty(name = "quarkus.datasource.jdbc.max-size")
    int poolSize;

    @Test
    void aWriteNeedsOneConnectionOnly() throws Exception {
        var product = as("olivia").newProduct();
        var item = as("olivia").newItem(product, "Keep the basket");
        assertThat(
                        answers(
                                writes(product, item),
                                "select from item where id = '%s' for update".formatted(item),
                                "select from product_order where product_id = '%s' for update"
                                        .formatted(product)))
                .containsOnly(200, 201);
    }

    /// Each read finds its record first, and then the caller's rights.
    @Test
    void aReadNeedsOneConnectionOnly() throws Exception {
        var product = as("olivia").newProduct();
        var item = as("olivia").newItem(product, "Keep the basket");
        assertThat(answers(reads(item), "lock table membership in access exclusive mode"))
                .containsOnly(200);
    }

    private List<Integer> answers(Stream<Callable<Integer>> requests, String... held)
            throws Exception {
        List<Future<Integer>> answers;
        try (var threads = Executors.newCachedThreadPool();
                var holder = database.getConnection();
                var observer = database.getConnection()) {
            assign(holder, held);
            answers = requests.map(threads::submit).toList();
            // If each needed a second connection, at most half of the pool could have come so far.
            await().atMost(Duration.ofMinutes(3))
                    .until(() -> waitingForData(observer) > poolSize / 2);
            holder.rollback();
        }
        return answers.stream().map(Future::resultNow).toList();
    }

    private Stream<Callable<Integer>> reads(UUID item) {
        return Stream.of("", "/score", "/history")
                .flatMap(part -> Stream.generate(() -> "/items/" + item + part).limit(poolSize))
                .map(path -> () -> answer(() -> as("olivia").get(path).statusCode()));
    }

    private Stream<Callable<Integer>> writes(UUID product, UUID item) {
        return IntStream.range(0, poolSize)
                .boxed()
                .flatMap(number ->
                        Stream.of(() -> patch(item, number), () -> create(product, number)));
    }

    /// A request that waits longer than the database allows is repeated, as its 503 says.
    private static int answer(IntSupplier write) {
        return IntStream.generate(write)
                .limit(20)
                .filter(status -> status != 503)
                .findFirst()
                .orElse(503);
    }

    private static int patch(UUID item, int number) {
        return as("olivia")
                .patch("/items/" + item, "*", "{\"title\":\"Basket %d\"}".formatted(number))
                .statusCode();
    }

    private static int create(UUID product, int number) {
        return as("olivia")
                .post(
                        "/products/" + product + "/items",
                        Map.of("type", "STORY", "title", "Basket " + number))
                .statusCode();
    }

    private static void assign(Connection holder, String... locks) throws SQLException {
        holder.setAutoCommit(false);
        try (var statement = holder.createStatement()) {
            for (var lock : locks) {
                statement.execute(lock);
            }
        }
    }

    private static int waitingForData(Connection observer) throws SQLException {
        try (var statement = observer.createStatement();
                var waiting =
                        statement.executeQuery(
                                """
                                select count(*) from pg_stat_activity
                                where datname = current_database() and wait_event_type = 'Lock'
                                """)) {
            waiting.next();
            return waiting.getInt(1);
        }
    }
}
