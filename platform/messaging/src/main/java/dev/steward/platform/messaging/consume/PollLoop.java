package dev.steward.platform.messaging.consume;

import dev.steward.platform.messaging.background.BackgroundThreads;
import dev.steward.platform.messaging.background.Backoff;
import dev.steward.platform.messaging.background.FailureKinds;
import dev.steward.platform.messaging.readyourwrites.ProjectionSignal;
import dev.steward.platform.messaging.store.MessagingConfig;
import dev.steward.platform.messaging.topic.KafkaClients;
import dev.steward.platform.messaging.topic.LogGaps;
import dev.steward.platform.messaging.topic.TopicWatch;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.LogTruncationException;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Reads the topics of the other services and hands each partition's records to a worker of its
/// own, which applies them. Offsets live in the database; after a failure that passes by itself a
/// worker asks it where to go on and tries again, for ever.
@ApplicationScoped
public class PollLoop {

    private static final Logger LOG = Logger.getLogger(PollLoop.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration WHILE_BUSY = Duration.ofMillis(50);

    private final MessagingConfig config;
    private final BatchProcessing processing;
    private final ProjectionSignal projectionSignal;
    private final TopicWatch topics;
    private final LogGaps gaps;
    private final BackgroundThreads threads;
    private final ConsumerGauges gauges;
    private final ConsumerFactory consumers;
    private final Backoff backoff = new Backoff();
    private volatile boolean running;
    private volatile @Nullable Consumer<String, byte[]> polling;
    private @Nullable Thread thread;

    @Inject
    public PollLoop(
            MessagingConfig config,
            BatchProcessing processing,
            ProjectionSignal projectionSignal,
            TopicWatch topics,
            LogGaps gaps,
            @Identifier("default-kafka-broker") Map<String, Object> client,
            BackgroundThreads threads,
            ConsumerGauges gauges) {
        this(
                config,
                processing,
                projectionSignal,
                topics,
                gaps,
                threads,
                gauges,
                () ->
                        KafkaClients.consumer(
                                KafkaClients.common(client),
                                config.prefixed("steward-" + config.publisher())));
    }

    public PollLoop(
            MessagingConfig config,
            BatchProcessing processing,
            ProjectionSignal projectionSignal,
            TopicWatch topics,
            LogGaps gaps,
            BackgroundThreads threads,
            ConsumerGauges gauges,
            ConsumerFactory consumers) {
        this.config = config;
        this.processing = processing;
        this.projectionSignal = projectionSignal;
        this.topics = topics;
        this.gaps = gaps;
        this.threads = threads;
        this.gauges = gauges;
        this.consumers = consumers;
    }

    public void start(@Observes @Priority(Integer.MAX_VALUE) StartupEvent started) {
        if (config.running() && !config.topicsRead().isEmpty()) {
            running = true;
            thread = threads.start("poll-loop", this::run);
        }
    }

    public void stop(@Observes @Priority(1) ShutdownEvent stopping) throws InterruptedException {
        running = false;
        var consumer = polling;
        if (consumer != null) {
            consumer.wakeup();
        }
        if (thread != null) {
            thread.join(Duration.ofSeconds(20));
        }
    }

    private void run() {
        while (running) {
            try {
                topics.refresh();
                var read = topics.read();
                if (read.isEmpty()) {
                    backoff.pause();
                } else {
                    readTopics(read);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                running = false;
            } catch (WakeupException e) {
                LOG.debug("The poll loop was woken to stop.");
            } catch (RuntimeException e) {
                // Whatever it was (a broker that is away, a rebalance, a lost partition), the
                // database knows where to go on: begin anew with a fresh consumer.
                LOG.warnf(
                        "The Kafka consumer failed and is opened again: %s",
                        FailureKinds.describe(e));
                backoff.pause();
            }
        }
    }

    /// @param read topics and their ids
    private void readTopics(Map<String, String> read) throws InterruptedException {
        try (var consumer = consumers.open()) {
            polling = consumer;
            var workers =
                    new PartitionWorkers(consumer, processing, projectionSignal, threads, read);
            try {
                consumer.subscribe(read.keySet(), workers);
                while (running && read.equals(topics.read())) {
                    workers.take(consumer.poll(workers.areAllIdle() ? POLL : WHILE_BUSY));
                    gauges.update(consumer, workers);
                    backoff.reset();
                }
            } catch (OffsetOutOfRangeException e) {
                skipGaps(consumer, read, e);
            } finally {
                polling = null;
                gauges.clear();
                workers.end();
            }
        }
    }

    /// Unless the topic is another by now, whose offsets begin at 0 anyway.
    private void skipGaps(
            Consumer<String, byte[]> consumer,
            Map<String, String> read,
            OffsetOutOfRangeException cause) {
        topics.refresh();
        var truncated =
                cause instanceof LogTruncationException
                        ? cause.partitions()
                        : Set.<TopicPartition>of();
        cause.partitions().stream()
                .map(TopicPartition::topic)
                .distinct()
                .filter(topic -> Objects.equals(read.get(topic), topics.read().get(topic)))
                .forEach(topic ->
                        gaps.skipGaps(
                                topic,
                                Objects.requireNonNull(read.get(topic)),
                                LogGaps.logs(consumer, topic),
                                truncated));
    }
}
