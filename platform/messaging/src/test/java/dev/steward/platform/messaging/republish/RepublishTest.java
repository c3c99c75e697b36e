package dev.steward.platform.messaging.republish;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.steward.platform.database.connection.UnpooledConnections;
import dev.steward.platform.messaging.Happened;
import dev.steward.platform.messaging.Tables;
import dev.steward.platform.messaging.Topic;
import dev.steward.platform.messaging.consume.BatchProcessing;
import dev.steward.platform.messaging.consume.IncomingEvent;
import dev.steward.platform.messaging.relay.CloudEvents;
import dev.steward.platform.messaging.relay.Relay;
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
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RepublishTest {

    @Inject EventStore events;
    @Inject Republish republish;
    @Inject Epochs epochs;
    @Inject LostAggregates lost;
    @Inject BatchProcessing processing;
    @Inject Tables database;
    @Inject UnpooledConnections connections;
    @Inject MessagingConfig config;
    @Inject ObjectMapper json;

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> configured;

    private record Named(String name) {}

    private final UUID product = UUID.randomUUID();

    @Test
    void sendsTheStateOfEachAggregateAtItsVersionOrThatItIsDeleted() throws Exception {
        var alive = UUID.randomUUID();
        var gone = UUID.randomUUID();
        append(new Happened(product, alive, 1, Map.of("name", "first")));
        append(new Happened(product, alive, 2, Map.of("name", "second")));
        append(new Happened(product, gone, 1, Map.of("name", "gone")));
        append(new Happened(product, gone, 2, null));
        database.run("delete from outbox");
        var recorded = database.number("select count(*) from event where product_id = ?", product);

        republish.request(product);
        completeAll();

        assertThat(republish.newest().getFirst())
                .satisfies(job -> {
                    assertThat(job.productId()).isEqualTo(product);
                    assertThat(job.snapshots()).isEqualTo(2);
                    assertThat(job.completedAt()).isNotNull();
                });
        assertThat(database.number("select count(*) from outbox")).isEqualTo(2);
        var sent =
                sent().stream()
                        .filter(record -> product.toString().equals(record.key()))
                        .map(record -> IncomingEvent.of(record.headers(), record.value()))
                        .toList();
        assertThat(sent)
                .hasSize(2)
                .allSatisfy(event -> {
                    assertThat(event.type()).isEqualTo("steward.probe.thing.snapshot.v1");
                    assertThat(event.version()).isEqualTo(2);
                    assertThat(event.actor()).isEqualTo("system:test");
                });
        assertThat(sent.getFirst().subject()).isEqualTo(alive);
        assertThat(sent.getFirst().state(Named.class).name()).isEqualTo("second");
        // Whoever has missed the deletion would keep it for ever.
        assertThat(sent.getLast().subject()).isEqualTo(gone);
        assertThat(sent.getLast().state()).isNull();
        // Snapshots are no events: history does not grow.
        assertThat(database.number("select count(*) from event where product_id = ?", product))
                .isEqualTo(recorded);
    }

    @Test
    void goesOnWhereItWasAndStatesEachAggregateOnce() {
        for (var i = 0; i < 1_200; i++) {
            append(new Happened(product, UUID.randomUUID(), 1, Map.of("name", "n" + i)));
        }
        database.run("delete from outbox");
        republish.request(product);
        completeAll();
        assertThat(
                        database.number(
                                """
                                select count(distinct snapshot->'attributes'->>'subject') from outbox
                                where snapshot->>'productId' = ?
                                """,
                                product.toString()))
                .isEqualTo(1_200);
        assertThat(database.number("select count(*) from outbox")).isEqualTo(1_200);
        // Steps are bounded: a death between two of them costs at most the one under way.
        assertThat(republish.newest().getFirst().snapshots()).isEqualTo(1_200);
    }

    @Test
    void waitsWhileTheOutboxIsFull() {
        append(new Happened(product, UUID.randomUUID(), 1, Map.of("name", "waits")));
        database.run(
                "insert into outbox (snapshot) select '{}'::jsonb from generate_series(1, 5001)");
        republish.request(product);
        assertThat(republish.step()).isFalse();
        database.run("delete from outbox");
        completeAll();
        assertThat(database.number("select count(*) from outbox")).isOne();
    }

    /// All of it from the owner's restore to the reader's projection, over the real Kafka.
    @Test
    void whatItsOwnerLostInARestoreLeavesTheProjections() throws Exception {
        database.run("delete from outbox");
        database.run("delete from thing");
        database.run("delete from republished_partition");
        database.run("delete from projected_epoch");
        var kept = UUID.randomUUID();
        var gone = UUID.randomUUID();
        append(new Happened(product, kept, 1, Map.of("name", "as restored")));
        database.run("delete from outbox");
        // The reader knows more than the restored owner: a later version, and another thing.
        database.run("insert into thing values ('%s', 1, 7, 'later', false)".formatted(kept));
        database.run("insert into thing values ('%s', 1, 3, 'lost', false)".formatted(gone));
        var asked = UUID.randomUUID();
        database.run(
                "insert into thing values ('%s', 0, 0, 'not announced', false)".formatted(asked));

        var raised = epochs.raise();
        completeAll();
        var partitions = read(sent(), raised.epoch());
        while (lost.step()) {
            // Until nothing is left.
        }

        assertThat(partitions).isEqualTo(Topics.PARTITIONS);
        assertThat(
                        database.number(
                                "select count(*) from thing where id = ? and name = 'as restored' and epoch = ? and version = 1",
                                kept,
                                raised.epoch()))
                .isOne();
        assertThat(
                        database.number(
                                "select count(*) from thing where id = ? and deleted and epoch = ? and version = 3",
                                gone,
                                raised.epoch()))
                .isOne();
        assertThat(
                        database.number(
                                "select count(*) from thing where id = ? and not deleted", asked))
                .isOne();
    }

    @Test
    void aProjectionIsClearedOnlyWhenEveryPartitionIsThrough() {
        database.run("delete from republished_partition");
        database.run("delete from projected_epoch");
        for (var partition = 0; partition < Topics.PARTITIONS - 1; partition++) {
            database.run(
                    "insert into republished_partition values ('other', %d, 1000)"
                            .formatted(partition));
        }
        assertThat(lost.step()).isFalse();
        database.run("insert into republished_partition values ('other', 11, 999)");
        while (lost.step()) {
            // Until nothing is left.
        }
        assertThat(database.number("select epoch from projected_epoch where publisher = 'other'"))
                .isEqualTo(999);
    }

    /// Whatever other tests have asked for is completed with it.
    private void completeAll() {
        while (republish.newest().stream().anyMatch(job -> job.completedAt() == null)) {
            assertThat(republish.step()).isTrue();
        }
    }

    private List<ConsumerRecord<String, byte[]>> sent() throws Exception {
        var client = KafkaClients.common(configured);
        Topic.ensure(client, config.topicOf("probe"));
        try (var relay =
                new Relay(
                        connections,
                        () -> KafkaClients.producer(client),
                        new CloudEvents(config, json))) {
            while (relay.pass() > 0) {
                // Until all is sent.
            }
        }
        return Topic.records(client, config.topicOf("probe"));
    }

    /// As `other` would have published them.
    ///
    /// @return in how many partitions a marker of the epoch was
    private int read(List<ConsumerRecord<String, byte[]>> records, int epoch) {
        var events =
                records.stream()
                        .map(record -> IncomingEvent.of(record.headers(), record.value()))
                        .filter(event -> event.epoch() == epoch)
                        .map(RepublishTest::publishedByOther)
                        .toList();
        QuarkusTransaction.requiringNew().run(() -> processing.deliver(events));
        return (int)
                records.stream()
                        .filter(record -> isMarkerOf(epoch, record))
                        .map(ConsumerRecord::partition)
                        .distinct()
                        .count();
    }

    private static boolean isMarkerOf(int epoch, ConsumerRecord<String, byte[]> record) {
        return IncomingEvent.typeOf(record).endsWith(Republish.COMPLETED)
                && IncomingEvent.of(record.headers(), record.value()).epoch() == epoch;
    }

    private static IncomingEvent publishedByOther(IncomingEvent event) {
        return new IncomingEvent(
                event.id(),
                event.type().replace(".probe.", ".other."),
                event.subject(),
                event.productId(),
                event.epoch(),
                event.version(),
                event.actor(),
                event.at(),
                event.requestId(),
                event.traceparent(),
                event.change(),
                event.state());
    }

    private void append(DomainEvent event) {
        QuarkusTransaction.requiringNew()
                .run(() -> events.append(EventContext.system("test"), event));
    }
}
