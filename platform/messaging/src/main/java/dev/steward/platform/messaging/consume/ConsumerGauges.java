package dev.steward.platform.messaging.consume;

import dev.steward.platform.messaging.background.FailureKinds;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/// `steward.consumer.lag` (records of a partition that are not applied yet) and
/// `steward.consumer.age` (seconds since the oldest record was sent that waits to be applied; 0
/// when none does), each per topic and partition, at the instance that reads it.
@ApplicationScoped
public class ConsumerGauges {

    private static final Logger LOG = Logger.getLogger(ConsumerGauges.class);
    private static final Duration EVERY = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final MultiGauge lag;
    private final MultiGauge age;
    private final Clock clock;
    private long lookedAt = System.nanoTime() - EVERY.toNanos();

    public ConsumerGauges(MeterRegistry metrics, Clock clock) {
        this.lag = MultiGauge.builder("steward.consumer.lag").register(metrics);
        this.age = MultiGauge.builder("steward.consumer.age").baseUnit("seconds").register(metrics);
        this.clock = clock;
    }

    /// On the poll loop's thread, which alone may ask the consumer.
    void update(Consumer<?, ?> consumer, PartitionWorkers workers) {
        if (System.nanoTime() - lookedAt < EVERY.toNanos()) {
            return;
        }
        lookedAt = System.nanoTime();
        age.register(
                workers.all().entrySet().stream()
                        .map(entry -> Row.of(tags(entry.getKey()), age(entry.getValue())))
                        .toList(),
                true);
        try {
            var ends = consumer.endOffsets(workers.all().keySet(), PATIENCE);
            lag.register(
                    workers.all().entrySet().stream()
                            .filter(entry -> entry.getValue().next().isPresent())
                            .map(entry -> Row.of(tags(entry.getKey()), lag(entry, ends)))
                            .toList(),
                    true);
        } catch (KafkaException e) {
            LOG.debugf("End offsets could not be read: %s", FailureKinds.describe(e));
        }
    }

    /// Another instance reads the partitions now, or none.
    void clear() {
        lag.register(List.of(), true);
        age.register(List.of(), true);
    }

    private long age(PartitionWorker worker) {
        var oldest = worker.oldestWaiting();
        return oldest.isEmpty() ? 0 : Math.max(0, (clock.millis() - oldest.getAsLong()) / 1_000);
    }

    private static long lag(
            Map.Entry<TopicPartition, PartitionWorker> entry, Map<TopicPartition, Long> ends) {
        var end = ends.getOrDefault(entry.getKey(), 0L);
        return Math.max(0, end - entry.getValue().next().orElse(end));
    }

    private static Tags tags(TopicPartition partition) {
        return Tags.of(
                "topic", partition.topic(), "partition", String.valueOf(partition.partition()));
    }
}
