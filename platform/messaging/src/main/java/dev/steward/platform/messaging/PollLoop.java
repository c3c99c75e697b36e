package dev.steward.platform.messaging;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Reads the topics of the other services. Offsets live in the database; after any failure that may
/// pass, the loop seeks back to where the database says and tries again, for ever.
@ApplicationScoped
public class PollLoop {

    private static final Logger LOG = Logger.getLogger(PollLoop.class);
    private static final Duration POLL = Duration.ofMillis(500);

    private final MessagingConfig config;
    private final Consumption consumption;
    private final Arrivals arrivals;
    private final Map<String, Object> client;
    private final Consumers consumers;
    private final Backoff backoff = new Backoff();
    private final Map<TopicPartition, Long> positions = new HashMap<>();
    private volatile boolean running;
    private volatile @Nullable Consumer<String, byte[]> polling;
    private @Nullable Thread thread;

    @Inject
    PollLoop(
            MessagingConfig config,
            Consumption consumption,
            Arrivals arrivals,
            @Identifier("default-kafka-broker") Map<String, Object> client) {
        this(
                config,
                consumption,
                arrivals,
                client,
                () ->
                        KafkaClients.consumer(
                                KafkaClients.common(client),
                                config.prefixed("steward-" + config.publisher())));
    }

    PollLoop(
            MessagingConfig config,
            Consumption consumption,
            Arrivals arrivals,
            Map<String, Object> client,
            Consumers consumers) {
        this.config = config;
        this.consumption = consumption;
        this.arrivals = arrivals;
        this.client = KafkaClients.common(client);
        this.consumers = consumers;
    }

    void start(@Observes @Priority(Integer.MAX_VALUE) StartupEvent started) {
        if (config.running() && !config.topicsRead().isEmpty()) {
            running = true;
            thread = Thread.ofPlatform().name("poll-loop").start(this::run);
        }
    }

    void stop(@Observes @Priority(1) ShutdownEvent stopping) throws InterruptedException {
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
                Topics.ensure(client, config.topicsRead());
                readUntilStopped();
            } catch (WakeupException e) {
                LOG.debug("Woken to stop.");
            } catch (RuntimeException e) {
                // Whatever it was (a broker that is away, a rebalance, a lost partition), the
                // database knows where to go on: begin anew with a fresh consumer.
                LOG.warnf("Reading begins anew: %s", Failures.describe(e));
                backoff.pause();
            }
        }
    }

    private void readUntilStopped() {
        try (var consumer = consumers.open()) {
            polling = consumer;
            consumer.subscribe(config.topicsRead(), new FromTheDatabase(consumer));
            while (running) {
                consume(consumer, consumer.poll(POLL));
            }
        } finally {
            polling = null;
            positions.clear();
        }
    }

    private void consume(
            Consumer<String, byte[]> consumer, ConsumerRecords<String, byte[]> records) {
        for (var partition : records.partitions()) {
            try {
                var next =
                        consumption.consume(
                                partition, records.records(partition), position(partition));
                positions.put(partition, next);
                // Kafka's copy serves the lag metric only: losing it loses nothing.
                consumer.commitAsync(Map.of(partition, new OffsetAndMetadata(next)), null);
                backoff.reset();
            } catch (RuntimeException e) {
                LOG.warnf("%s waits: %s", partition, Failures.describe(e));
                backoff.pause();
                seek(consumer, partition);
            }
        }
        if (!records.isEmpty()) {
            arrivals.announce();
        }
    }

    private long position(TopicPartition partition) {
        return positions.computeIfAbsent(partition, consumption::start);
    }

    private void seek(Consumer<String, byte[]> consumer, TopicPartition partition) {
        var next = consumption.start(partition);
        positions.put(partition, next);
        consumer.seek(partition, next);
    }

    /// The group decides who reads a partition, the database from where.
    private final class FromTheDatabase implements ConsumerRebalanceListener {

        private final Consumer<String, byte[]> consumer;

        FromTheDatabase(Consumer<String, byte[]> consumer) {
            this.consumer = consumer;
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            partitions.forEach(positions::remove);
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            partitions.forEach(partition -> seek(consumer, partition));
        }
    }
}
