package dev.steward.platform.messaging.topic;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.steward.platform.database.Database;
import dev.steward.platform.database.connection.UnpooledConnections;
import dev.steward.platform.messaging.OwnTopics;
import dev.steward.platform.messaging.Reaction;
import dev.steward.platform.messaging.Tables;
import dev.steward.platform.messaging.ThingProjection;
import dev.steward.platform.messaging.Topic;
import dev.steward.platform.messaging.background.BackgroundThreads;
import dev.steward.platform.messaging.consume.BatchProcessing;
import dev.steward.platform.messaging.consume.ConsumerGauges;
import dev.steward.platform.messaging.consume.DeadLetterBox;
import dev.steward.platform.messaging.consume.IncomingEvent;
import dev.steward.platform.messaging.consume.PartitionPosition;
import dev.steward.platform.messaging.consume.PartitionPositions;
import dev.steward.platform.messaging.consume.PartitionTaken;
import dev.steward.platform.messaging.consume.PollLoop;
import dev.steward.platform.messaging.consume.TopicIdPartition;
import dev.steward.platform.messaging.readyourwrites.ProjectionSignal;
import dev.steward.platform.messaging.relay.CloudEvents;
import dev.steward.platform.messaging.relay.Relay;
import dev.steward.platform.messaging.republish.RepublishRequests;
import dev.steward.platform.messaging.store.MessagingConfig;
import dev.steward.platform.testing.GoldenSample;
import dev.steward.platform.testing.RecordedEvents;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Kafka has lost a topic, or what a reader would have read next. Nothing is skipped in silence,
/// and the owner states everything again.
@QuarkusTest
class LostTopicsTest {

    private static final int THINGS = 6;

    @Inject Reaction reaction;
    @Inject ThingProjection projection;
    @Inject Tables database;
    @Inject DataSource source;
    @Inject ProjectionSignal projectionSignal;
    @Inject DeadLetterBox deadLetters;
    @Inject BackgroundThreads threads;
    @Inject Clock clock;
    @Inject TopicIds ids;
    @Inject RepublishRequests requests;
    @Inject BatchProcessing processing;
    @Inject UnpooledConnections connections;
    @Inject MessagingConfig settings;
    @Inject ObjectMapper json;
    @Inject LogGaps gaps;

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> configured;

    private final OwnTopics config = new OwnTopics("lost-" + UUID.randomUUID() + ".");
    private final String read = config.topicsRead().getFirst();
    private final String published = config.topicOf("probe");
    private final List<UUID> things =
            IntStream.range(0, THINGS).mapToObj(_ -> UUID.randomUUID()).toList();
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final List<PollLoop> loops = new ArrayList<>();
    private final List<TopicWatch> watches = new ArrayList<>();
    private Map<String, Object> client;
    private Admin admin;

    @BeforeEach
    void topicsOfItsOwn() {
        reaction.before(_ -> {});
        reaction.after(_ -> {});
        database.run("update publisher set topic_id = null");
        leaveNothingToDo();
        client = KafkaClients.common(configured);
        admin = KafkaClients.admin(client);
        Topic.ensure(client, read, published);
    }

    @AfterEach
    void stop() throws InterruptedException {
        stopReading();
        admin.close();
        leaveNothingToDo();
    }

    private void leaveNothingToDo() {
        database.run("update republish_job set completed_at = now() where completed_at is null");
        database.run("delete from outbox");
    }

    @Test
    void aTopicMadeAnewWhileTwoReadItIsReadFromItsBeginning() throws Exception {
        publish(1, 5);
        startReading();
        startReading();
        effects(5);
        loseTopic(read);
        // More than before: every old offset lies within the new log.
        publish(6, 15);
        effects(15);
        await().atMost(Duration.ofMinutes(3)).until(() -> consumed() == THINGS * 10);
        assertThat(recreated(read)).isOne();
        assertThat(asks()).isZero();
    }

    @Test
    void aTopicMadeAnewWhileNobodyReadIsReadFromItsBeginning() throws Exception {
        publish(1, 5);
        startReading();
        effects(5);
        stopReading();
        loseTopic(read);
        publish(6, 15);
        startReading();
        effects(15);
        assertThat(recreated(read)).isOne();
    }

    @Test
    void aWorkerOfTheLostTopicMovesNothingInTheNewOne() {
        var lost = new TopicIdPartition(new TopicPartition(read, 0), "lost");
        var now = new TopicIdPartition(new TopicPartition(read, 0), "now");
        var positions = new PartitionPositions(new Database(source, new ObjectMapper()));
        positions.find(lost);
        // Both stand at 0: equal numbers of two topics.
        ids.readFrom(read, Set.of("lost"), "now");
        assertThat(taken(() -> positions.advance(lost, at(0), at(3)))).isTrue();
        assertThat(taken(() -> positions.find(lost))).isTrue();
        assertThat(positions.find(now).next()).isZero();
        // Whoever slept and has seen the lost one last turns nothing back.
        assertThat(ids.readFrom(read, Set.of("lost"), "lost")).isFalse();
        assertThat(ids.read(read)).containsExactly("now");
    }

    @Test
    void deadLettersOfTheLostTopicAreKeptApart() {
        database.run(
                """
                insert into dead_letter (id, topic, partition, record_offset, headers, error)
                values (gen_random_uuid(), '%s', 0, 7, '{}', 'of the lost one')
                """
                        .formatted(read));
        new PartitionPositions(new Database(source, new ObjectMapper()))
                .find(new TopicIdPartition(new TopicPartition(read, 0), "lost"));
        ids.readFrom(read, Set.of("lost"), "now");
        assertThat(
                        database.number(
                                "select count(*) from dead_letter where topic like ?",
                                read + " until %"))
                .isOne();
        assertThat(database.number("select count(*) from dead_letter where topic = ?", read))
                .isZero();
    }

    @Test
    void whatStandsBeforeTheLogsStartGoesOnThereAndAsksTheOwnerOnce() throws Exception {
        publish(1, 5);
        startReading();
        effects(5);
        stopReading();
        publish(6, 10);
        // Kept for 7 days only: versions 6 and 7 are gone.
        loseTheFirst(7, 10);
        startReading();
        startReading();
        await().atMost(Duration.ofMinutes(3)).until(() -> consumed() == THINGS * 10);
        assertThat(versions()).containsOnly(10L);
        assertThat(asks()).isOne();
        assertThat(recreated(read)).isZero();
    }

    @Test
    void aReaderThatIsNewAsksForWhatWasSaidBeforeItCame() throws Exception {
        publish(1, 5);
        loseTheFirst(4, 5);
        startReading();
        startReading();
        await().atMost(Duration.ofMinutes(3)).until(() -> consumed() == THINGS * 5);
        effects(1);
        assertThat(asks()).isOne();
    }

    @Test
    void whatStandsBehindTheLogsEndReadsAllOfItAgainAndAsksTheOwnerOnce() {
        publish(1, 5);
        startReading();
        effects(5);
        database.run("update consumed set next = next + 1000 where topic = '%s'".formatted(read));
        publish(6, 8);
        startReading();
        effects(8);
        await().atMost(Duration.ofMinutes(3)).until(() -> consumed() == THINGS * 8);
        assertThat(asks()).isOne();
    }

    @Test
    void aLogThatWasCutOffIsReadAgainAsAWholeAndTheOwnerAskedOnce() {
        var cutOff = new TopicIdPartition(new TopicPartition(read, 3), "id");
        var other = new TopicIdPartition(new TopicPartition(read, 4), "id");
        var positions = new PartitionPositions(new Database(source, new ObjectMapper()));
        for (var partition : List.of(cutOff, other)) {
            positions.find(partition);
            positions.advance(partition, at(0), at(5));
        }
        var logs =
                Map.of(
                        cutOff.partition(), new LogGaps.Log(0, 7),
                        other.partition(), new LogGaps.Log(0, 5));
        assertThat(gaps.skipGaps(read, "id", logs, Set.of(cutOff.partition()))).isTrue();
        assertThat(positions.find(cutOff).next()).isZero();
        assertThat(positions.find(other).next()).isZero();
        assertThat(gaps.skipGaps(read, "id", logs, Set.of(cutOff.partition()))).isFalse();
        assertThat(asks()).isOne();
    }

    @Test
    void anOffsetOfBeforeTheIdWasKnownIsTakenForOneOfThePresentTopic() throws Exception {
        publish(1, 5);
        startReading();
        effects(5);
        stopReading();
        database.run("update consumed set topic_id = null where topic = '%s'".formatted(read));
        database.run("delete from effect");
        startReading();
        publish(6, 6);
        effects(1);
        assertThat(consumed()).isEqualTo(THINGS * 6);
        assertThat(asks()).isZero();
        assertThat(recreated(read)).isZero();
    }

    @Test
    void theOwnerOfALostTopicStatesEverythingAgainOnce() throws Exception {
        var one = watch();
        var other = watch();
        look(one);
        look(other);
        assertThat(jobs()).as("the very first topic lacks nothing").isZero();
        loseTopic(published);
        try (var both = Executors.newFixedThreadPool(2)) {
            both.invokeAll(List.<Callable<Object>>of(() -> look(one), () -> look(other)));
        }
        assertThat(jobs()).isOne();
        assertThat(recreated(published)).isOne();
        assertThat(one.published()).isEqualTo(other.published()).isPresent();
    }

    @Test
    void topicsAreMadeAgainWhileItRuns() throws Exception {
        var watch = watch();
        look(watch);
        admin.deleteTopics(List.of(published, read)).all().get();
        look(watch);
        assertThat(Topics.ensure(admin, List.of(published, read)).values())
                .hasSize(2)
                .allMatch(Topics.Found::isFit);
    }

    @Test
    void aTopicOfAnotherShapeIsToldAndNotUsed() throws Exception {
        admin.deleteTopics(List.of(published)).all().get();
        await().atMost(Duration.ofMinutes(3))
                .ignoreExceptions()
                .until(() -> {
                    admin.createTopics(
                                    List.of(
                                            new NewTopic(
                                                    published, Optional.of(1), Optional.empty())))
                            .all()
                            .get();
                    return true;
                });
        var watch = watch();
        watch.start(new StartupEvent());
        await().atMost(Duration.ofMinutes(3)).until(() -> partitionsOf(published) == 1);
        await().atMost(Duration.ofMinutes(3)).until(() -> !watch.read().isEmpty());
        assertThat(watch.published()).isEmpty();
    }

    @Test
    void askedByManyItIsOneRepublish() {
        askedBy("sprint", "probe");
        askedBy("feedback", "probe");
        askedBy("sprint", "backlog");
        assertThat(jobs()).isOne();
        database.run("update republish_job set completed_at = now() where completed_at is null");
        askedBy("sprint", "backlog");
        assertThat(jobs()).isZero();
        askedBy("sprint", "probe");
        assertThat(jobs()).isOne();
    }

    @Test
    void asksAsTheContractSays() throws Exception {
        QuarkusTransaction.requiringNew().run(() -> requests.ask("any-steward.backlog"));
        var topic = settings.topicOf("probe");
        Topic.ensure(client, topic);
        // Other tests have published there too, and partitions are read one after the other.
        var before = ids(topic);
        try (var relay =
                new Relay(
                        connections,
                        () -> KafkaClients.producer(client),
                        new CloudEvents(settings, json))) {
            assertThat(relay.pass()).isOne();
        }
        var asked =
                Topic.records(client, topic).stream()
                        .filter(record -> !before.contains(Topic.header(record, "ce_id")))
                        .findFirst()
                        .orElseThrow();
        var event = IncomingEvent.of(asked.headers(), asked.value());
        assertThat(event.type()).isEqualTo("steward.probe.republish.requested.v1");
        assertThat(event.state(RepublishRequests.Requested.class).of()).isEqualTo("backlog");
        for (var publisher : List.of("backlog", "sprint", "feedback")) {
            GoldenSample.assertMatches(
                    publisher,
                    "republish.requested",
                    new RecordedEvents.Recorded(
                            event.id(),
                            event.productId(),
                            "republish",
                            event.subject(),
                            event.version(),
                            event.type(),
                            event.actor(),
                            event.change(),
                            event.state()));
        }
    }

    private void askedBy(String asker, String publisher) {
        var sample = GoldenSample.read(asker, "republish.requested").withState("of", publisher);
        var headers = new RecordHeaders();
        sample.headers()
                .properties()
                .forEach(header ->
                        headers.add(header.getKey(), header.getValue().asText().getBytes(UTF_8)));
        var event = IncomingEvent.of(headers, sample.data().toString().getBytes(UTF_8));
        QuarkusTransaction.requiringNew().run(() -> processing.deliver(List.of(event)));
    }

    private void publish(int from, int to) {
        config.publish(client, things, from, to);
    }

    private void startReading() {
        var watch = watch();
        watch.start(new StartupEvent());
        watches.add(watch);
        var loop =
                new PollLoop(
                        config,
                        new BatchProcessing(
                                new Database(source, new ObjectMapper()),
                                deadLetters,
                                threads,
                                List.of(projection, reaction)),
                        projectionSignal,
                        watch,
                        gaps,
                        threads,
                        new ConsumerGauges(metrics, clock),
                        () -> KafkaClients.consumer(client, config.prefixed("steward-probe")));
        loops.add(loop);
        loop.start(new StartupEvent());
    }

    private void stopReading() throws InterruptedException {
        for (var loop : loops) {
            loop.stop(new ShutdownEvent());
        }
        for (var watch : watches) {
            watch.stop(new ShutdownEvent());
        }
        loops.clear();
        watches.clear();
    }

    private Set<String> ids(String topic) {
        return Topic.records(client, topic).stream()
                .map(record -> Topic.header(record, "ce_id"))
                .collect(Collectors.toSet());
    }

    private TopicWatch watch() {
        return new TopicWatch(config, ids, threads, metrics, configured);
    }

    /// Kafka may need a moment until everybody knows what was made or deleted.
    private static @Nullable Object look(TopicWatch watch) {
        await().atMost(Duration.ofMinutes(3))
                .ignoreExceptions()
                .until(() -> {
                    watch.refresh();
                    return true;
                });
        return null;
    }

    private void loseTopic(String topic) throws Exception {
        Topic.makeAnew(client, topic);
    }

    /// Each of that many events of each thing has had its effect.
    private void effects(int each) {
        await().atMost(Duration.ofMinutes(3))
                .until(() ->
                        things.stream()
                                .allMatch(thing ->
                                        database.number(
                                                        "select count(*) from effect where subject = ?",
                                                        thing)
                                                == each));
    }

    private List<Long> versions() {
        return things.stream()
                .map(thing -> database.number("select version from thing where id = ?", thing))
                .toList();
    }

    private long consumed() {
        return database.number("select coalesce(sum(next), 0) from consumed where topic = ?", read);
    }

    /// Of so many versions of each thing.
    private void loseTheFirst(int lost, int versions) throws Exception {
        admin.deleteRecords(
                        lengths().entrySet().stream()
                                .collect(
                                        Collectors.toMap(
                                                Map.Entry::getKey,
                                                log ->
                                                        RecordsToDelete.beforeOffset(
                                                                log.getValue() * lost / versions))))
                .all()
                .get();
    }

    /// How many records each partition has got so far.
    private Map<TopicPartition, Long> lengths() throws Exception {
        return admin
                .listOffsets(
                        IntStream.range(0, Topics.PARTITIONS)
                                .boxed()
                                .collect(
                                        Collectors.toMap(
                                                number -> new TopicPartition(read, number),
                                                _ -> OffsetSpec.latest())))
                .all()
                .get()
                .entrySet()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, log -> log.getValue().offset()));
    }

    private long asks() {
        return database.number(
                "select count(*) from outbox where snapshot->'attributes'->>'type' = 'steward.probe.republish.requested.v1'");
    }

    private long jobs() {
        return database.number(
                "select count(*) from republish_job where completed_at is null and only_product is null");
    }

    private double recreated(String topic) {
        return metrics.counter("steward.topic.recreated", "topic", topic).count();
    }

    private double partitionsOf(String topic) {
        var gauge = metrics.find("steward.topic.partitions").tag("topic", topic).gauge();
        return gauge == null ? -1 : gauge.value();
    }

    private static PartitionPosition at(long next) {
        return PartitionPosition.at(next);
    }

    private static boolean taken(Runnable action) {
        try {
            action.run();
            return false;
        } catch (PartitionTaken e) {
            return true;
        }
    }
}
