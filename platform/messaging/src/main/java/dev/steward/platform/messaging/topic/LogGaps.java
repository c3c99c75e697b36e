package dev.steward.platform.messaging.topic;

import dev.steward.platform.database.Database;
import dev.steward.platform.messaging.consume.DeadLetterBox;
import dev.steward.platform.messaging.consume.TopicIdPartition;
import dev.steward.platform.messaging.republish.RepublishRequests;
import dev.steward.platform.messaging.store.MessagingConfig;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/// Notices that records are missing between where this service stands and what the log holds: it
/// was away for longer than records are kept, or the log has lost its end. It goes on with what
/// there is, and asks the publisher to state everything again. `steward.topic.missed` counts this,
/// per topic.
@ApplicationScoped
public class LogGaps {

    private static final Logger LOG = Logger.getLogger(LogGaps.class);

    /// What a log holds.
    ///
    /// @param start the offset of its first record
    /// @param end the offset of the next one that is written
    record Log(long start, long end) {}

    private final TopicPositions positions;
    private final DeadLetterBox letters;
    private final RepublishRequests requests;
    private final MeterRegistry metrics;

    LogGaps(
            Database database,
            DeadLetterBox letters,
            RepublishRequests requests,
            MessagingConfig config,
            MeterRegistry metrics) {
        this.positions = new TopicPositions(database);
        this.letters = letters;
        this.requests = requests;
        this.metrics = metrics;
        // At 0 from the beginning: an alarm wants to see it rise.
        config.topicsRead().forEach(this::counter);
    }

    /// On the poll loop's thread, which alone may ask the consumer.
    public static Map<TopicPartition, Log> logs(Consumer<?, ?> consumer, String topic) {
        var partitions =
                IntStream.range(0, Topics.PARTITIONS)
                        .mapToObj(number -> new TopicPartition(topic, number))
                        .toList();
        var ends = consumer.endOffsets(partitions);
        return consumer.beginningOffsets(partitions).entrySet().stream()
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey,
                                start ->
                                        new Log(
                                                start.getValue(),
                                                Objects.requireNonNull(ends.get(start.getKey())))));
    }

    /// A partition that stands before the log's start goes on there. Where one stands behind the
    /// end, nobody knows since when other records have its offsets: the whole topic is read from
    /// its beginning. Of several instances that notice, one acts.
    ///
    /// @param logs of all partitions of the topic
    /// @param truncated those of which Kafka says that their log has been cut off
    /// @return whether something was missed
    @Transactional
    public boolean skipGaps(
            String topic, String id, Map<TopicPartition, Log> logs, Set<TopicPartition> truncated) {
        var next = positions.hold(topic, id);
        var missed = false;
        var lostItsEnd = false;
        for (var log : logs.entrySet()) {
            var at = next.getOrDefault(log.getKey().partition(), 0L);
            if (at > log.getValue().end() || (at > 0 && truncated.contains(log.getKey()))) {
                lostItsEnd = true;
            } else if (at < log.getValue().start()) {
                positions.move(new TopicIdPartition(log.getKey(), id), log.getValue().start());
                missed = true;
            }
        }
        if (lostItsEnd) {
            positions.beginAnew(topic, Set.of(id), id);
            letters.setAside(topic);
        }
        if (missed || lostItsEnd) {
            LOG.warnf(
                    "Topic %s has lost records that were not read: its publisher is asked to republish.",
                    topic);
            counter(topic).increment();
            requests.ask(topic);
        }
        return missed || lostItsEnd;
    }

    private Counter counter(String topic) {
        return metrics.counter("steward.topic.missed", "topic", topic);
    }
}
