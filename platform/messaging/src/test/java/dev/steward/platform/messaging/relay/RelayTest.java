package dev.steward.platform.messaging.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.steward.platform.database.connection.UnpooledConnections;
import dev.steward.platform.messaging.Faulty;
import dev.steward.platform.messaging.Happened;
import dev.steward.platform.messaging.OwnTopics;
import dev.steward.platform.messaging.Tables;
import dev.steward.platform.messaging.Topic;
import dev.steward.platform.messaging.store.DomainEvent;
import dev.steward.platform.messaging.store.EventContext;
import dev.steward.platform.messaging.store.EventStore;
import dev.steward.platform.messaging.store.MessagingConfig;
import dev.steward.platform.messaging.topic.KafkaClients;
import dev.steward.platform.messaging.topic.Topics;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jdbi.v3.core.ConnectionFactory;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The relay, killed, paused and cut off between any two of its steps.
@QuarkusTest
class RelayTest {

    @Inject EventStore events;
    @Inject Tables database;
    @Inject UnpooledConnections connections;
    @Inject MessagingConfig config;
    @Inject ObjectMapper json;

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> configured;

    private final UUID id = UUID.randomUUID();
    private Map<String, Object> client;

    @BeforeEach
    void emptyOutbox() {
        client = KafkaClients.common(configured);
        Topic.ensure(client, topic());
        database.run("delete from outbox");
    }

    @Test
    void sendsInOrderAndForgetsWhatKafkaHas() throws Exception {
        happen(3);
        try (var relay = relay(connections)) {
            assertThat(relay.pass()).isEqualTo(3);
            assertThat(relay.pass()).isZero();
        }
        assertThat(sent()).containsExactly(1L, 2L, 3L);
    }

    @Test
    void sendsBatchAfterBatchAndNoMoreAtATimeThanABatchMayHave() throws Exception {
        var large = "x".repeat(400_000);
        for (var version = 1; version <= 30; version++) {
            append(new Happened(id, id, version, Map.of("name", large)));
        }
        var producer = new SlowProducer();
        try (var relay = new Relay(connections, () -> producer, new CloudEvents(config, json))) {
            assertThat(relay.pass()).isEqualTo(30);
        }
        assertThat(waiting()).isZero();
        assertThat(producer.sent).isEqualTo(30);
        assertThat(producer.mostOnTheWay).isBetween(1_000_000L, Relay.MOST_BYTES + 500_000L);
    }

    /// Acknowledges a record when somebody waits for it.
    private final class SlowProducer extends MockProducer<String, byte[]> {

        private int sent;
        private long onTheWay;
        private long mostOnTheWay;

        SlowProducer() {
            super(cluster(), true, null, new StringSerializer(), new ByteArraySerializer());
        }

        @Override
        public Future<RecordMetadata> send(ProducerRecord<String, byte[]> record) {
            sent++;
            onTheWay += record.value().length;
            mostOnTheWay = Math.max(mostOnTheWay, onTheWay);
            return new CompletableFuture<>() {
                @Override
                public RecordMetadata get() {
                    onTheWay -= record.value().length;
                    return new RecordMetadata(new TopicPartition(topic(), 0), 0, 0, 0, 0, 0);
                }
            };
        }
    }

    @Test
    void sendsAgainWhenItDiedBetweenAcknowledgementAndDelete() throws Exception {
        happen(2);
        var dying =
                Faulty.connections(connections, sql -> sql.startsWith("delete"), Faulty::terminate);
        try (var relay = relay(dying)) {
            assertThatThrownBy(relay::pass).isInstanceOf(JdbiException.class);
        }
        assertThat(waiting()).isEqualTo(2);
        try (var next = relay(connections)) {
            assertThat(next.pass()).isEqualTo(2);
        }
        assertThat(sent()).containsExactly(1L, 2L, 1L, 2L);
    }

    @Test
    void sendsAgainWhenItDiedBeforeItsCommit() throws Exception {
        happen(1);
        try (var relay =
                relay(Faulty.connections(connections, "commit"::equals, Faulty::terminate))) {
            assertThatThrownBy(relay::pass).isInstanceOf(JdbiException.class);
        }
        assertThat(waiting()).isEqualTo(1);
    }

    @Test
    void keepsEverythingWhenItDiedBeforeItRead() throws Exception {
        happen(1);
        try (var relay =
                relay(
                        Faulty.connections(
                                connections, sql -> sql.contains("advisory"), Faulty::terminate))) {
            assertThatThrownBy(relay::pass).isInstanceOf(JdbiException.class);
        }
        assertThat(waiting()).isEqualTo(1);
        assertThat(sent()).isEmpty();
    }

    @Test
    void losesNothingWhenItWasPausedBeyondItsLockAndWakes() throws Exception {
        happen(2);
        // Asleep between acknowledgement and delete, its connection is ended; another relay takes
        // over and more happens; then it wakes.
        var paused =
                Faulty.connections(
                        connections,
                        sql -> sql.startsWith("delete"),
                        connection -> {
                            Faulty.terminate(connection);
                            happen(3, 4);
                            passOf(relay(connections));
                        });
        try (var relay = relay(paused)) {
            assertThatThrownBy(relay::pass).isInstanceOf(JdbiException.class);
        }
        assertThat(waiting()).isZero();
        assertThat(sent()).containsExactly(1L, 2L, 1L, 2L, 3L, 4L);
    }

    @Test
    void leavesTheOutboxToTheOneThatHoldsTheLock() throws Exception {
        happen(1);
        var holding =
                Faulty.connections(
                        connections,
                        sql -> sql.startsWith("delete"),
                        _ -> {
                            try (var other = relay(connections)) {
                                assertThat(passOf(other)).isZero();
                            }
                        });
        try (var relay = relay(holding)) {
            assertThat(relay.pass()).isEqualTo(1);
        }
        assertThat(sent()).containsExactly(1L);
    }

    @Test
    void keepsWhatKafkaDidNotAcknowledge() throws Exception {
        happen(2);
        try (var relay = new Relay(connections, this::refusing, new CloudEvents(config, json))) {
            assertThatThrownBy(relay::pass).isInstanceOf(KafkaException.class);
        }
        assertThat(waiting()).isEqualTo(2);
    }

    /// A broker that makes topics by itself was faster than we.
    @Test
    void sendsNothingIntoATopicOfAnotherShape() throws Exception {
        happen(2);
        var own = new OwnTopics("shape-" + UUID.randomUUID() + ".");
        try (var admin = KafkaClients.admin(client)) {
            var topic = new NewTopic(own.topicOf("probe"), Optional.of(1), Optional.empty());
            admin.createTopics(List.of(topic)).all().get();
        }
        try (var relay =
                new Relay(
                        connections,
                        () -> KafkaClients.producer(client),
                        new CloudEvents(own, json))) {
            assertThatThrownBy(relay::pass)
                    .isInstanceOf(KafkaException.class)
                    .hasMessageContaining("1 partitions instead of 12");
        }
        assertThat(waiting()).isEqualTo(2);
    }

    @Test
    void sendsEverythingThatManyWritersWroteMeanwhile() throws Exception {
        var writers =
                LongStream.rangeClosed(1, 8)
                        .mapToObj(_ ->
                                Thread.ofPlatform()
                                        .start(() -> {
                                            var own = UUID.randomUUID();
                                            for (long version = 1; version <= 25; version++) {
                                                append(
                                                        new Happened(
                                                                id,
                                                                own,
                                                                version,
                                                                Map.of("name", "n")));
                                            }
                                        }))
                        .toList();
        var sent = 0;
        try (var relay = relay(connections)) {
            while (writers.stream().anyMatch(Thread::isAlive)) {
                sent += relay.pass();
            }
            sent += relay.pass();
        }
        assertThat(sent).isEqualTo(200);
        assertThat(waiting()).isZero();
    }

    private static int passOf(Relay relay) {
        try (relay) {
            return relay.pass();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Cluster cluster() {
        return new Cluster(
                "one",
                List.of(),
                IntStream.range(0, Topics.PARTITIONS)
                        .mapToObj(number -> new PartitionInfo(topic(), number, null, null, null))
                        .toList(),
                Set.of(),
                Set.of());
    }

    private MockProducer<String, byte[]> refusing() {
        var producer =
                new MockProducer<>(
                        cluster(), true, null, new StringSerializer(), new ByteArraySerializer());
        producer.sendException = new KafkaException("the broker is gone");
        return producer;
    }

    private Relay relay(ConnectionFactory from) {
        return new Relay(from, () -> KafkaClients.producer(client), new CloudEvents(config, json));
    }

    private void happen(int versions) {
        happen(1, versions);
    }

    private void happen(int from, int to) {
        LongStream.rangeClosed(from, to).forEach(version -> append(Happened.to(id, version)));
    }

    private void append(DomainEvent event) {
        QuarkusTransaction.requiringNew()
                .run(() -> events.append(EventContext.system("test"), event));
    }

    private long waiting() {
        return database.number("select count(*) from outbox");
    }

    private List<Long> sent() {
        return Topic.versionsOf(client, topic(), id);
    }

    private String topic() {
        return config.topicOf(config.publisher());
    }
}
