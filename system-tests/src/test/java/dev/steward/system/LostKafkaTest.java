package dev.steward.system;

import static dev.steward.local.oidc.Person.DANA;
import static dev.steward.local.oidc.Person.OLIVIA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Kafka comes back with an empty volume, and with it went what the services had said to each other
/// and not read yet: a change, a deletion, a request. Nobody does anything about it, and all
/// services agree again.
class LostKafkaTest {

    private static final RunningSystem SYSTEM = RunningSystem.get();
    private static final String ITEMS = "select count(*) from item where id = ?::uuid";
    private static final String DELIVERIES = "select count(*) from delivery";

    private final String key =
            "L" + UUID.randomUUID().toString().substring(0, 6).toUpperCase(java.util.Locale.ROOT);

    @Test
    void allServicesAgreeAgainWhenKafkaHasLostItsData() throws Exception {
        new OneSliceTest().aVoteMovesAScoreThatSaysWhy();
        Api.create(OLIVIA, "/products", Map.of("key", key, "name", "Before"));
        Api.as(OLIVIA)
                .contentType("application/json")
                .body(Map.of("roles", List.of("DEVELOPER")))
                .put("/products/" + key + "/members/dana")
                .then()
                .statusCode(201);
        var item = item("Before");
        var entry =
                Api.create(
                        OLIVIA,
                        "/products/" + key + "/feedback",
                        Map.of("title", "Wanted", "text", "By all of them."));
        Invariants.hold();
        var deliveries = Sql.of("feedback").number(DELIVERIES);

        // Said to Kafka, and read by nobody: sprint-service does not hear of a change and of a
        // revoked membership, backlog-service not of what feedback is to become.
        SYSTEM.sprint().terminate();
        Api.retitle(OLIVIA, item, "Said and lost");
        Api.as(OLIVIA)
                .header("If-Match", "*")
                .delete("/products/" + key + "/members/dana")
                .then()
                .statusCode(204);
        awaitEmptyOutbox("backlog");
        backlogs().forEach(AppProcess::terminate);
        String promoted =
                Api.post(OLIVIA, "/feedback/" + entry + "/promotion", Map.of())
                        .then()
                        .statusCode(202)
                        .extract()
                        .path("itemId");
        awaitEmptyOutbox("feedback");

        // If a test before has stopped the database, its first answer is that its connection is
        // gone.
        SYSTEM.feedback().awaitReady();
        var unready = new AtomicInteger();
        var watched = new CopyOnWriteArrayList<>(List.of(SYSTEM.feedback()));
        try (var watching = Executors.newSingleThreadScheduledExecutor()) {
            var watch =
                    watching.scheduleWithFixedDelay(
                            () -> watched.forEach(app -> countUnready(app, unready)),
                            0,
                            200,
                            TimeUnit.MILLISECONDS);
            SYSTEM.stopKafka();
            SYSTEM.emptyStoppedKafka();
            var vote = Api.post(OLIVIA, "/feedback/" + entry + "/votes", Map.of("importance", 3));
            SYSTEM.startKafkaAgain();
            assertThat(vote.statusCode()).as("nobody waits for Kafka").isEqualTo(201);
            var others = services().filter(app -> app != SYSTEM.feedback()).toList();
            others.forEach(AppProcess::start);
            others.forEach(AppProcess::awaitReady);
            watched.addAll(others);
            awaitRecreated();
            // While everything is stated again, a vote may be behind for longer than a read waits.
            await().atMost(Duration.ofMinutes(2))
                    .untilAsserted(() -> new OneSliceTest().aVoteMovesAScoreThatSaysWhy());
            await().atMost(Duration.ofMinutes(2))
                    .until(() -> Sql.of("backlog").number(ITEMS, promoted) == 1);
            Invariants.hold();
            assertThat(watch.isDone()).isFalse();
            watching.shutdownNow();
        }
        assertThat(unready.get()).as("answers of an instance that was not ready").isZero();
        assertThat(Sql.of("sprint").rows("select title from item where id = ?::uuid", item))
                .containsExactly("Said and lost");
        for (var service : List.of("sprint", "feedback")) {
            assertThat(
                            Sql.of(service)
                                    .number(
                                            "select count(*) from membership where not deleted and subject = 'dana' and product_id = (select id from product where key = ?)",
                                            key))
                    .as("a membership in %s that was revoked", service)
                    .isZero();
        }
        Api.as(DANA).get("/products/" + key + "/feedback").then().statusCode(404);
        assertThat(Sql.of("feedback").number(DELIVERIES))
                .as("nobody is told anything again")
                .isEqualTo(deliveries);
    }

    private static Stream<AppProcess> services() {
        return Stream.concat(backlogs(), Stream.of(SYSTEM.sprint(), SYSTEM.feedback()));
    }

    private static Stream<AppProcess> backlogs() {
        return Stream.of(SYSTEM.backlog(), SYSTEM.secondBacklog());
    }

    private static void countUnready(AppProcess app, AtomicInteger unready) {
        if (!app.isReady()) {
            unready.incrementAndGet();
        }
    }

    /// Each topic is noticed once by its owner and once by each of the two that read it.
    private static void awaitRecreated() {
        await().atMost(Duration.ofMinutes(2))
                .until(() ->
                        Stream.of("backlog", "sprint", "feedback")
                                .allMatch(publisher -> recreated("steward." + publisher) == 3));
    }

    private static double recreated(String topic) {
        var line =
                Pattern.compile(
                        "steward_topic_recreated_total\\{topic=\"%s\"\\} (\\S+)".formatted(topic));
        return services()
                .map(LostKafkaTest::metrics)
                .flatMap(metrics -> line.matcher(metrics).results())
                .mapToDouble(match -> Double.parseDouble(match.group(1)))
                .sum();
    }

    private static String metrics(AppProcess app) {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(app.management("/q/metrics")).build();
            return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void awaitEmptyOutbox(String service) {
        await().atMost(Duration.ofMinutes(3))
                .until(() -> Sql.of(service).number("select count(*) from outbox") == 0);
    }

    private String item(String title) {
        return Api.create(
                OLIVIA, "/products/" + key + "/items", Map.of("type", "STORY", "title", title));
    }
}
