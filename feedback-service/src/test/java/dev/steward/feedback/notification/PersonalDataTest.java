package dev.steward.feedback.notification;

import static dev.steward.feedback.ProductFixture.as;
import static dev.steward.feedback.ProductFixture.unique;
import static dev.steward.platform.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.steward.feedback.ProductFixture;
import dev.steward.feedback.ReleaseFixture;
import dev.steward.platform.testing.Kafka;
import dev.steward.platform.testing.RecordedEvents;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Personal data stays in this service: everything that can happen to feedback is done once with
/// marked words, which must not occur in the event store, in Kafka, in the log or in the metrics.
@QuarkusTest
class PersonalDataTest {

    @Inject DataSource database;
    @Inject MeterRegistry metrics;

    private final String secret = unique("planted");
    private final ConcurrentLinkedQueue<String> log = new ConcurrentLinkedQueue<>();
    private final Handler listener = new Listener(log);
    private ProductFixture product;

    @BeforeEach
    void startLogCapture() {
        product = ProductFixture.withMembers();
        Logger.getLogger("").addHandler(listener);
    }

    @AfterEach
    void stopLogCapture() {
        Logger.getLogger("").removeHandler(listener);
    }

    @Test
    void staysOutOfEventsLogsAndMetrics() {
        everythingHappens();
        var recorded =
                new RecordedEvents(database)
                        .ofProduct(product.id()).stream().map(Object::toString).toList();
        assertThat(recorded).hasSizeGreaterThan(15).noneMatch(this::holdsSecret);
        var sent = onKafka(recorded.size());
        assertThat(sent).noneMatch(this::holdsSecret);
        assertThat(log).isNotEmpty().noneMatch(this::holdsSecret);
        assertThat(metrics.getMeters())
                .extracting(meter -> meter.getId().toString())
                .isNotEmpty()
                .noneMatch(this::holdsSecret);
    }

    private boolean holdsSecret(String text) {
        return text.contains(secret);
    }

    private void everythingHappens() {
        customer("1");
        customer("2");
        var desk = product.post("olivia", "/sources", Map.of("name", "Desk", "system", "desk"));
        String key = desk.path("key");
        tellsItsPeople(desk.path("id"));
        String untitled = byKey(key, entry("first"));
        byKey(key, entry("second"));
        String titled = byKey(key, titled());
        vote(titled, Map.of("importance", 1, "quote", secret));
        vote(titled, Map.of("importance", 2, "quote", secret + "2"));
        vote(titled, Map.of("withdrawn", true));
        refused(untitled);
        as("olivia")
                .body(Map.of("title", "A public title"))
                .post("/feedback/" + untitled + "/promotion")
                .then()
                .statusCode(202);
        as("olivia")
                .body(Map.of("into", untitled))
                .post("/feedback/" + titled + "/merge")
                .then()
                .statusCode(200);
        as("olivia").post("/feedback/" + titled + "/unmerge").then().statusCode(200);
        ships(titled);
    }

    private void customer(String more) {
        product.post(
                "olivia",
                "/customers",
                Map.of(
                        "name",
                        secret + more,
                        "segment",
                        secret,
                        "domains",
                        List.of(secret + ".example"),
                        "externalIds",
                        Map.of("desk", secret)));
    }

    private Map<String, Object> entry(String words) {
        return Map.of(
                "externalId",
                secret + "@example.org",
                "text",
                secret + words,
                "url",
                "https://example.org/" + secret,
                "attributes",
                Map.of("note", secret),
                "contact",
                Map.of("name", secret, "email", secret + "@" + secret + ".example"),
                "votes",
                List.of(Map.of("voter", Map.of("email", secret + "@x.example"), "quote", secret)));
    }

    private Map<String, Object> titled() {
        return Map.of(
                "title",
                "Re: question of " + secret + "@x.example",
                "text",
                secret,
                "contact",
                Map.of("email", secret + "@y.example", "customerExternalId", secret));
    }

    private String byKey(String key, Map<String, Object> entry) {
        return product.postWithKey(key, "/feedback", entry).then().extract().path("id");
    }

    private static void vote(String entry, Map<String, Object> vote) {
        as("dana").body(vote).post("/feedback/" + entry + "/votes");
    }

    /// What is refused is logged.
    private static void refused(String untitled) {
        as("olivia").post("/feedback/" + untitled + "/promotion").then().statusCode(422);
    }

    private void ships(String entry) {
        var item = product.item(unique("L"));
        product.link(entry, item, Map.of());
        ReleaseFixture.planned(product, item).publishReleased();
        eventually()
                .until(() ->
                        as("olivia").get("/feedback/" + entry).path("status").equals("CLOSED"));
    }

    private void tellsItsPeople(String source) {
        try (var connection = database.getConnection();
                var update =
                        connection.prepareStatement(
                                "update source set hands_over = true where id = ?::uuid")) {
            update.setString(1, source);
            update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// All records about the product, once there are at least as many as were recorded.
    private List<String> onKafka(int atLeast) {
        var records = new ArrayList<String>();
        try (var consumer =
                new KafkaConsumer<>(
                        Map.<String, Object>of("bootstrap.servers", Kafka.servers()),
                        new StringDeserializer(),
                        new ByteArrayDeserializer())) {
            var partitions =
                    consumer.partitionsFor(Kafka.topic("feedback")).stream()
                            .map(p -> new TopicPartition(p.topic(), p.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            eventually()
                    .pollInSameThread()
                    .until(() -> {
                        consumer.poll(Duration.ofMillis(200))
                                .forEach(record -> {
                                    if (UUID.fromString(record.key()).equals(product.id())) {
                                        records.add(
                                                record.headers()
                                                        + new String(
                                                                record.value(),
                                                                StandardCharsets.UTF_8));
                                    }
                                });
                        return records.size() >= atLeast;
                    });
        }
        return records;
    }

    private static final class Listener extends Handler {
        private final ConcurrentLinkedQueue<String> lines;

        Listener(ConcurrentLinkedQueue<String> lines) {
            this.lines = lines;
        }

        @Override
        public void publish(LogRecord entry) {
            var line = new StringBuilder(String.valueOf(entry.getMessage()));
            if (entry.getParameters() != null) {
                for (var parameter : entry.getParameters()) {
                    line.append(' ').append(parameter);
                }
            }
            if (entry.getThrown() != null) {
                line.append(' ').append(entry.getThrown());
            }
            lines.add(line.toString());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
