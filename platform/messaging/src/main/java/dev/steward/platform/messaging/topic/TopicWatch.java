package dev.steward.platform.messaging.topic;

import dev.steward.platform.messaging.background.BackgroundThreads;
import dev.steward.platform.messaging.background.FailureKinds;
import dev.steward.platform.messaging.store.MessagingConfig;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Looks every few seconds whether the topics of this service are those that they were. A Kafka
/// that lost its data comes back without them: they are made anew, and what was read is read from
/// the beginning, what was published is stated again.
///
/// `steward.topic.recreated` counts that, per topic; `steward.topic.partitions` is 12, and anything
/// else a topic that somebody else made and that nobody uses.
@ApplicationScoped
public class TopicWatch {

    private static final Logger LOG = Logger.getLogger(TopicWatch.class);
    private static final Duration EVERY = Duration.ofSeconds(3);

    private final MessagingConfig config;
    private final TopicIds ids;
    private final Map<String, Object> client;
    private final BackgroundThreads threads;
    private final MeterRegistry metrics;
    private final Map<String, Integer> partitions = new ConcurrentHashMap<>();
    private final Semaphore stopping = new Semaphore(0);
    private volatile Map<String, String> fit = Map.of();
    private volatile boolean running;
    private @Nullable Admin admin;
    private @Nullable Thread thread;

    public TopicWatch(
            MessagingConfig config,
            TopicIds ids,
            BackgroundThreads threads,
            MeterRegistry metrics,
            @Identifier("default-kafka-broker") Map<String, Object> client) {
        this.config = config;
        this.ids = ids;
        this.threads = threads;
        this.metrics = metrics;
        this.client = KafkaClients.common(client);
    }

    void start(@Observes @Priority(Integer.MAX_VALUE) StartupEvent started) {
        if (config.running()) {
            topics().forEach(this::measure);
            running = true;
            thread = threads.start("topics", this::run);
        }
    }

    void stop(@Observes @Priority(1) ShutdownEvent stop) throws InterruptedException {
        running = false;
        stopping.release();
        if (thread != null) {
            thread.interrupt();
            thread.join(Duration.ofSeconds(20));
        }
        closeAdmin();
    }

    /// The ids of the topics that this service reads, as they were when somebody looked last.
    public Map<String, String> read() {
        var read = new HashMap<>(fit);
        read.keySet().retainAll(config.topicsRead());
        return read;
    }

    /// The id of the topic that this service publishes to; empty while there is none to be used.
    public Optional<String> published() {
        return Optional.ofNullable(fit.get(own()));
    }

    /// Makes those that are missing and follows those that are others than before.
    ///
    /// @throws RuntimeException when Kafka or the database is away
    public synchronized void refresh() {
        var before = ids.published();
        Map<String, Set<String>> readBefore = new HashMap<>();
        config.topicsRead().forEach(topic -> readBefore.put(topic, ids.read(topic)));
        Map<String, String> now = new HashMap<>();
        found().forEach((topic, found) -> {
            logUnfit(topic, found);
            if (found.isFit()) {
                if (topic.equals(own()) && ids.publishTo(before, found.id())) {
                    recreated(topic, found.id());
                }
                var read = readBefore.get(topic);
                if (read != null && ids.readFrom(topic, read, found.id())) {
                    recreated(topic, found.id());
                }
                now.put(topic, found.id());
            }
        });
        fit = Map.copyOf(now);
    }

    private Map<String, Topics.Found> found() {
        try {
            if (admin == null) {
                admin = KafkaClients.admin(client);
            }
            return Topics.ensure(admin, topics());
        } catch (RuntimeException e) {
            closeAdmin();
            throw e;
        }
    }

    private void run() {
        while (running) {
            try {
                refresh();
            } catch (RuntimeException e) {
                // The relay and the poll loop say so louder.
                LOG.debugf("Topics could not be checked: %s", FailureKinds.describe(e));
            }
            try {
                if (stopping.tryAcquire(EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                    running = false;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                running = false;
            }
        }
    }

    private void logUnfit(String topic, Topics.Found found) {
        var told = partitions.put(topic, found.partitions());
        if (!found.isFit() && (told == null || told != found.partitions())) {
            LOG.errorf(
                    "Topic %s has %d partitions instead of %d, it is not used: delete it, and it is created again.",
                    topic, found.partitions(), Topics.PARTITIONS);
        }
    }

    private void recreated(String topic, String id) {
        LOG.warnf("Topic %s was deleted and created again: its id is %s now.", topic, id);
        counter(topic).increment();
    }

    private void measure(String topic) {
        counter(topic);
        partitions.put(topic, 0);
        metrics.gauge(
                "steward.topic.partitions",
                Tags.of("topic", topic),
                partitions,
                all -> all.getOrDefault(topic, 0));
    }

    private Counter counter(String topic) {
        return metrics.counter("steward.topic.recreated", "topic", topic);
    }

    private Set<String> topics() {
        var topics = new HashSet<>(config.topicsRead());
        topics.add(own());
        return topics;
    }

    private String own() {
        return config.topicOf(config.publisher());
    }

    private synchronized void closeAdmin() {
        if (admin != null) {
            admin.close(Duration.ZERO);
            admin = null;
        }
    }
}
