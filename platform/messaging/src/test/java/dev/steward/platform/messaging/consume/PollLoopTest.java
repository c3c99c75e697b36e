package dev.steward.platform.messaging.consume;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.steward.platform.database.Database;
import dev.steward.platform.messaging.Faulty;
import dev.steward.platform.messaging.OwnTopics;
import dev.steward.platform.messaging.Reaction;
import dev.steward.platform.messaging.Tables;
import dev.steward.platform.messaging.Tally;
import dev.steward.platform.messaging.ThingProjection;
import dev.steward.platform.messaging.Topic;
import dev.steward.platform.messaging.background.BackgroundThreads;
import dev.steward.platform.messaging.readyourwrites.ProjectionSignal;
import dev.steward.platform.messaging.topic.KafkaClients;
import dev.steward.platform.messaging.topic.LogGaps;
import dev.steward.platform.messaging.topic.TopicIds;
import dev.steward.platform.messaging.topic.TopicWatch;
import dev.steward.platform.messaging.topic.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The poll loop, cut off between any two of its steps and joined or left by other instances: every
/// event counts once, and nothing that was only a passing failure is given up.
@QuarkusTest
class PollLoopTest {

    private static final int THINGS = 6;
    private static final int VERSIONS = 10;

    @Inject Reaction reaction;
    @Inject ThingProjection projection;
    @Inject Tally tally;
    @Inject Tables database;
    @Inject DataSource source;
    @Inject ProjectionSignal projectionSignal;
    @Inject DeadLetterBox deadLetters;
    @Inject BackgroundThreads threads;
    @Inject Clock clock;
    @Inject TopicIds ids;
    @Inject LogGaps gaps;

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> configured;

    private final OwnTopics config = new OwnTopics("loop-" + UUID.randomUUID() + ".");
    private final List<UUID> things =
            IntStream.range(0, THINGS).mapToObj(_ -> UUID.randomUUID()).toList();
    private final List<PollLoop> loops = new ArrayList<>();
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final AtomicBoolean due = new AtomicBoolean(true);

    @BeforeEach
    void aTopicOfItsOwn() {
        reaction.before(_ -> {});
        reaction.after(_ -> {});
        // What this service published to in another test is no reason to say everything again.
        database.run("update publisher set topic_id = null");
        Topic.ensure(KafkaClients.common(configured), config.topicsRead().getFirst());
        // The first half waits; the other is sent when the loop runs.
        publish(1, VERSIONS / 2);
    }

    @AfterEach
    void stop() throws InterruptedException {
        for (var loop : loops) {
            loop.stop(new ShutdownEvent());
        }
    }

    @Test
    void isCutOffBeforeItsOffsetMoves() {
        start(cutOffAt(sql -> sql.startsWith("update consumed")), consumer());
        everyEventCountsOnce();
    }

    @Test
    void isCutOffWhileItAsksWhereToGoOn() {
        start(cutOffAt(sql -> sql.contains("insert into consumed")), consumer());
        everyEventCountsOnce();
    }

    @Test
    void isCutOffBeforeTheEffect() {
        reaction.before(_ -> once(this::endOwnSession));
        start(processing(source), consumer());
        everyEventCountsOnce();
    }

    @Test
    void isCutOffBetweenTheEffectAndTheCommit() {
        reaction.after(_ -> once(this::endOwnSession));
        start(processing(source), consumer());
        everyEventCountsOnce();
    }

    @Test
    void diesAfterTheCommitBeforeKafkaKnows() {
        start(processing(source), dyingAt("commitAsync", _ -> first()));
        everyEventCountsOnce();
    }

    @Test
    void diesWithRecordsInItsHand() {
        start(processing(source), dyingAt("poll", records -> holdsRecords(records) && first()));
        everyEventCountsOnce();
    }

    @Test
    void diesWhileItGoesBack() {
        reaction.before(_ -> once(this::endOwnSession));
        var goesBack = new AtomicBoolean(true);
        start(processing(source), dyingAt("seek", _ -> !due.get() && goesBack.getAndSet(false)));
        everyEventCountsOnce();
    }

    @Test
    void sharesItsPartitionsWithOthersThatComeAndGo() throws InterruptedException {
        var leaving = start(processing(source), consumer());
        start(cutOffAt(sql -> sql.startsWith("update consumed")), consumer());
        leaving.stop(new ShutdownEvent());
        start(processing(source), consumer());
        everyEventCountsOnce();
    }

    @Test
    void isSupersededWhileItHoldsABatch() {
        // Another instance applies the batch behind its back, as after a pause and a rebalance.
        var paused =
                Faulty.source(
                        source,
                        sql -> sql.startsWith("update consumed"),
                        _ ->
                                once(() -> {
                                    start(processing(source), consumerOf("another-group"));
                                    await().atMost(Duration.ofMinutes(3))
                                            .until(this::firstHalfCounted);
                                }));
        start(processing(paused), consumer());
        everyEventCountsOnce();
    }

    @Test
    void onePartitionThatWaitsHoldsNoOther() {
        var slow = things.getFirst();
        var mayGoOn = new CountDownLatch(1);
        reaction.before(event -> {
            if (event.subject().equals(slow)) {
                awaitUninterruptibly(mayGoOn);
            }
        });
        start(processing(source), consumer());
        publish(VERSIONS / 2 + 1, VERSIONS);
        var others = things.stream().filter(thing -> partition(thing) != partition(slow)).toList();
        await().atMost(Duration.ofMinutes(3))
                .until(() ->
                        others.stream()
                                .allMatch(thing ->
                                        database.number(
                                                        "select version from thing where id = ?",
                                                        thing)
                                                == VERSIONS));
        await().atMost(Duration.ofMinutes(3))
                .until(() -> gauge("lag", slow) >= VERSIONS && gauge("age", slow) > 0);
        assertThat(others).allSatisfy(thing -> assertThat(gauge("age", thing)).isZero());
        mayGoOn.countDown();
        await().atMost(Duration.ofMinutes(3)).until(() -> consumed() == THINGS * VERSIONS);
        assertThat(counted()).isEqualTo(THINGS * VERSIONS);
    }

    @Test
    void anErrorEndsTheProcessAndNothingIsSkipped() {
        var ended = new CountDownLatch(1);
        reaction.after(_ ->
                once(() -> {
                    throw new LinkageError("no such method");
                }));
        start(new BackgroundThreads(ended::countDown), consumer());
        await().atMost(Duration.ofMinutes(3)).until(() -> ended.getCount() == 0);
        start(processing(source), consumer());
        everyEventCountsOnce();
    }

    @Test
    void anErrorWhilePollingEndsTheProcess() {
        var ended = new CountDownLatch(1);
        start(
                new BackgroundThreads(ended::countDown),
                () -> {
                    throw new LinkageError("no such method");
                });
        await().atMost(Duration.ofMinutes(3)).until(() -> ended.getCount() == 0);
    }

    private static int partition(UUID thing) {
        return Utils.toPositive(Utils.murmur2(thing.toString().getBytes(UTF_8)))
                % Topics.PARTITIONS;
    }

    private double gauge(String name, UUID thing) {
        var gauge =
                metrics.find("steward.consumer." + name)
                        .tag("partition", String.valueOf(partition(thing)))
                        .gauge();
        return gauge == null ? -1 : gauge.value();
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void everyEventCountsOnce() {
        publish(VERSIONS / 2 + 1, VERSIONS);
        await().atMost(Duration.ofMinutes(2)).until(() -> consumed() == THINGS * VERSIONS);
        assertThat(counted()).isEqualTo(THINGS * VERSIONS);
        assertThat(sum("select version from thing where id = ?")).isEqualTo(THINGS * VERSIONS);
        assertThat(sum("select count(*) from effect where subject = ?"))
                .isEqualTo(THINGS * VERSIONS);
        assertThat(
                        database.number(
                                "select count(*) from dead_letter where topic = ?",
                                config.topicsRead().getFirst()))
                .isZero();
    }

    private boolean firstHalfCounted() {
        return counted() >= THINGS * (VERSIONS / 2);
    }

    /// A failure happens once; what comes after is the healing.
    private void once(Runnable failure) {
        if (first()) {
            failure.run();
        }
    }

    private boolean first() {
        return due.getAndSet(false);
    }

    private long counted() {
        return sum("select times from tally where subject = ?");
    }

    private long consumed() {
        return database.number(
                "select coalesce(sum(next), 0) from consumed where topic = ?",
                config.topicsRead().getFirst());
    }

    private long sum(String sql) {
        return things.stream().mapToLong(thing -> Math.max(0, database.number(sql, thing))).sum();
    }

    private PollLoop start(BatchProcessing processing, ConsumerFactory consumers) {
        return start(processing, threads, consumers);
    }

    private PollLoop start(BackgroundThreads threads, ConsumerFactory consumers) {
        var processing =
                new BatchProcessing(
                        new Database(source, new ObjectMapper()),
                        deadLetters,
                        threads,
                        List.of(projection, tally, reaction));
        return start(processing, threads, consumers);
    }

    private PollLoop start(
            BatchProcessing processing, BackgroundThreads threads, ConsumerFactory consumers) {
        var loop =
                new PollLoop(
                        config,
                        processing,
                        projectionSignal,
                        new TopicWatch(config, ids, threads, metrics, configured),
                        gaps,
                        threads,
                        new ConsumerGauges(metrics, clock),
                        consumers);
        loops.add(loop);
        loop.start(new StartupEvent());
        return loop;
    }

    private BatchProcessing cutOffAt(Predicate<String> sql) {
        return processing(
                Faulty.source(
                        source,
                        sql,
                        connection -> {
                            if (first()) {
                                Faulty.terminate(connection);
                            }
                        }));
    }

    private BatchProcessing processing(DataSource from) {
        return new BatchProcessing(
                new Database(from, new ObjectMapper()),
                deadLetters,
                threads,
                List.of(projection, tally, reaction));
    }

    private ConsumerFactory consumer() {
        return consumerOf("steward-probe");
    }

    private ConsumerFactory consumerOf(String group) {
        return () -> KafkaClients.consumer(KafkaClients.common(configured), config.prefixed(group));
    }

    /// A consumer that does what it is told at this step, and then is gone.
    @SuppressWarnings("unchecked")
    private ConsumerFactory dyingAt(String step, Predicate<@Nullable Object> when) {
        return () -> {
            var real = consumer().open();
            return (Consumer<String, byte[]>)
                    Proxy.newProxyInstance(
                            PollLoopTest.class.getClassLoader(),
                            new Class<?>[] {Consumer.class},
                            (_, method, arguments) -> {
                                var answer = answer(real, method, arguments);
                                if (method.getName().equals(step) && when.test(answer)) {
                                    throw new KafkaException("gone at " + step);
                                }
                                return answer;
                            });
        };
    }

    private static @Nullable Object answer(
            Object real, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static boolean holdsRecords(@Nullable Object answer) {
        return answer instanceof ConsumerRecords<?, ?> records && !records.isEmpty();
    }

    /// Inside the transaction: the server ends the very session that it runs in.
    private void endOwnSession() {
        try {
            database.number("select count(pg_terminate_backend(pg_backend_pid()))");
        } catch (IllegalStateException ended) {
            assertThat(ended).hasCauseInstanceOf(SQLException.class);
        }
    }

    private void publish(int from, int to) {
        config.publish(KafkaClients.common(configured), things, from, to);
    }
}
