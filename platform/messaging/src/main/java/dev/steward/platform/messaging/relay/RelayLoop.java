package dev.steward.platform.messaging.relay;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.steward.platform.database.connection.UnpooledConnections;
import dev.steward.platform.messaging.background.BackgroundThreads;
import dev.steward.platform.messaging.background.Backoff;
import dev.steward.platform.messaging.background.FailureKinds;
import dev.steward.platform.messaging.store.MessagingConfig;
import dev.steward.platform.messaging.store.RelaySignal;
import dev.steward.platform.messaging.topic.KafkaClients;
import dev.steward.platform.messaging.topic.TopicWatch;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// The relay's own thread: woken after each commit, otherwise every 250 ms; backing off while Kafka
/// or PostgreSQL is away. It starts when the application is ready and ends before it goes down.
@ApplicationScoped
public class RelayLoop {

    private static final Logger LOG = Logger.getLogger(RelayLoop.class);
    private static final Duration POLL = Duration.ofMillis(250);

    private final MessagingConfig config;
    private final RelaySignal signal;
    private final Relay relay;
    private final TopicWatch topics;
    private final BackgroundThreads threads;
    private final Backoff backoff = new Backoff();
    private volatile boolean running;
    private @Nullable String topicId;
    private @Nullable Thread thread;

    RelayLoop(
            MessagingConfig config,
            RelaySignal signal,
            ObjectMapper json,
            UnpooledConnections connections,
            BackgroundThreads threads,
            TopicWatch topics,
            @Identifier("default-kafka-broker") Map<String, Object> client) {
        this.config = config;
        this.signal = signal;
        this.threads = threads;
        this.topics = topics;
        var common = KafkaClients.common(client);
        this.relay =
                new Relay(
                        connections,
                        () -> KafkaClients.producer(common),
                        new CloudEvents(config, json));
    }

    void start(@Observes @Priority(Integer.MAX_VALUE) StartupEvent started) {
        if (config.running()) {
            running = true;
            thread = threads.start("relay", this::run);
        }
    }

    void stop(@Observes @Priority(1) ShutdownEvent stopping) throws InterruptedException {
        running = false;
        signal.now();
        if (thread != null) {
            thread.join(Duration.ofSeconds(20));
        }
    }

    private void run() {
        while (running) {
            try {
                followTopic();
                drain();
                backoff.reset();
                signal.await(POLL);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                running = false;
            } catch (RuntimeException e) {
                // Whatever it was: a relay that ends would keep every later event to itself.
                if (running) {
                    LOG.warnf(
                            "Events stay in the outbox and are sent to Kafka later: %s",
                            FailureKinds.describe(e));
                    backoff.pause();
                }
            }
        }
        relay.close();
    }

    /// A topic that was made anew gets a producer of its own.
    private void followTopic() {
        if (topics.published().isEmpty()) {
            topics.refresh();
        }
        var now =
                topics.published()
                        .orElseThrow(() -> new KafkaException("There is no topic to be used."));
        if (!now.equals(topicId)) {
            relay.reopen();
            topicId = now;
        }
    }

    private void drain() throws InterruptedException {
        do {
            var _ = relay.pass();
        } while (relay.mayHaveMore() && running);
    }
}
