package dev.steward.feedback.intake;

import static dev.steward.feedback.ProductFixture.as;
import static dev.steward.feedback.ProductFixture.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.steward.feedback.ProductFixture;
import dev.steward.platform.database.Database;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Concurrent requests: nothing is created twice, there are no deadlocks, and no vote is lost.
@QuarkusTest
class ConcurrentIntakeTest {

    private static final int SENDERS = 8;
    private static final int ENTRIES = 6;
    private static final int VOTERS = 20;

    @Inject Database database;

    private ProductFixture product;
    private final String mark = unique("race");

    @BeforeEach
    void createProduct() {
        product = ProductFixture.shop();
    }

    @Test
    void theSameBatchInAnyOrderIsAppliedOnce() throws Exception {
        var key = product.sourceKey("race", true);
        var item = product.item(mark);
        together(
                IntStream.range(0, SENDERS)
                        .<Callable<Integer>>mapToObj(seed ->
                                () ->
                                        product.postWithKey(key, "/feedback/batch", batch(seed))
                                                .statusCode())
                        .toList());
        assertThat(count("select count(*) from feedback where external_id like :mark"))
                .isEqualTo(ENTRIES);
        assertThat(count("select count(*) from contact_external_id where external_id like :mark"))
                .isEqualTo(VOTERS);
        assertThat(count("select count(*) from contact where email like :mark")).isEqualTo(VOTERS);
        assertThat(count("select count(*) from customer_external_id where external_id like :mark"))
                .isEqualTo(3);
        for (var id : entries(key)) {
            product.link(id, item, Map.of());
        }
        as("olivia")
                .get("/items/{i}/demand", item)
                .then()
                .body("personCount", equalTo(VOTERS))
                .body("companyCount", equalTo(3));
    }

    @Test
    void votesLinksAndRevenueAtOnceLeaveTheDemandOfAll() throws Exception {
        var key = product.sourceKey("mixed", false);
        var item = product.item(mark);
        List<String> ids = product.postWithKey(key, "/feedback/batch", batch(1)).path("results.id");
        var company =
                Map.of(
                        "name",
                        "Racer",
                        "externalIds",
                        Map.of("mixed", mark + "-c0"),
                        "annualRevenue",
                        500_000);
        List<Callable<Integer>> writes = new ArrayList<>();
        ids.forEach(id -> writes.add(() -> link(id, item.toString())));
        ids.forEach(id -> writes.add(() -> vote(id, "dana")));
        ids.forEach(id -> writes.add(() -> vote(id, "sam")));
        writes.add(() -> product.post("olivia", "/customers", company).statusCode());
        together(writes);
        Float stored = as("olivia").get("/items/{i}/demand", item).path("demand");
        Float anew =
                as("olivia")
                        .get("/items/{i}/demand", item)
                        .<List<Float>>path("terms.value")
                        .stream()
                        .reduce(0f, Float::sum);
        assertThat(stored).isCloseTo(anew, org.assertj.core.api.Assertions.within(0.0001f));
        as("olivia").get("/items/{i}/demand", item).then().body("personCount", equalTo(VOTERS + 2));
    }

    private static int link(String entry, String item) {
        return as("olivia")
                .body(Map.of("itemId", item))
                .post("/feedback/" + entry + "/links")
                .statusCode();
    }

    private static int vote(String entry, String subject) {
        return as(subject)
                .body(Map.of("importance", 2))
                .post("/feedback/" + entry + "/votes")
                .statusCode();
    }

    private static void together(List<Callable<Integer>> writes) throws Exception {
        try (var threads = Executors.newFixedThreadPool(SENDERS)) {
            for (var status : threads.invokeAll(writes)) {
                assertThat(status.get()).isBetween(200, 201);
            }
        }
    }

    private Map<String, Object> batch(long seed) {
        var random = new Random(seed);
        var entries =
                new ArrayList<>(
                        IntStream.range(0, ENTRIES).mapToObj(i -> entry(i, random)).toList());
        Collections.shuffle(entries, random);
        return Map.of("entries", entries);
    }

    private Map<String, Object> entry(int number, Random random) {
        var votes = new ArrayList<>(IntStream.range(0, VOTERS).mapToObj(this::vote).toList());
        Collections.shuffle(votes, random);
        return Map.of("externalId", mark + "-e" + number, "text", "Wish " + number, "votes", votes);
    }

    private Map<String, Object> vote(int number) {
        var voter =
                Map.of(
                        "externalId", mark + "-v" + number,
                        "email", mark + "-v" + number + "@x.example",
                        "customerExternalId", mark + "-c" + number % 3);
        return Map.of("voter", voter, "importance", 1);
    }

    private List<String> entries(String key) {
        return product.postWithKey(key, "/feedback/batch", batch(1)).path("results.id");
    }

    private int count(String sql) {
        return database.query(
                sql, query -> query.bind("mark", mark + "-%").mapTo(Integer.class).one());
    }
}
