package dev.steward.platform.messaging.consume;

import dev.steward.platform.database.Database;
import dev.steward.platform.messaging.background.Attempts;
import dev.steward.platform.messaging.background.BackgroundThreads;
import dev.steward.platform.messaging.background.FailureKinds;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/// Has the consumers apply a batch of one partition: their effects and the new offset in one
/// transaction, so that neither is there without the other.
@ApplicationScoped
public class BatchProcessing {

    private static final Logger LOG = Logger.getLogger(BatchProcessing.class);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final PartitionPositions positions;
    private final Attempts attempts;
    private final DeadLetterBox deadLetters;
    private final List<EventConsumer> consumers;

    public BatchProcessing(
            Database database,
            DeadLetterBox deadLetters,
            BackgroundThreads threads,
            @All List<EventConsumer> consumers) {
        this.positions = new PartitionPositions(database);
        this.attempts = new Attempts(database, threads);
        this.deadLetters = deadLetters;
        this.consumers =
                consumers.stream().sorted(Comparator.comparing(EventConsumer::isReaction)).toList();
    }

    /// Where this service stands in a partition.
    PartitionPosition find(TopicIdPartition partition) {
        return positions.find(partition);
    }

    /// One try at the first of these records: as many as the position says. What stays wrong with a
    /// record that is alone makes it a dead letter.
    ///
    /// The first try of a process is written down before it begins, and each one after a failure: a
    /// batch that ends the process is found by the ones that come after. Where the batch before was
    /// just applied, the next one is tried without.
    ///
    /// @param records of the partition, from the position on
    /// @param first whether it is the first try of this process, or since one failed
    /// @return the position to go on with: behind what was applied or put aside, or with fewer
    ///   records or another try at the same offset
    /// @throws RuntimeException nothing happened and the records are not the reason: wait, ask
    ///   [#find] and try again, for ever
    PartitionPosition attempt(
            TopicIdPartition partition,
            List<ConsumerRecord<String, byte[]>> records,
            PartitionPosition at,
            boolean first) {
        if (at.isGivenUp()) {
            return toDeadLetter(partition, records.getFirst(), at, new RecordAbandoned(at.tries()));
        }
        var batch = records.subList(0, Math.min(at.most(), records.size()));
        if (batch.stream().noneMatch(record -> isWanted(IncomingEvent.typeOf(record)))) {
            // Nothing that could fail: it need not be counted as a try.
            return apply(partition, batch, at);
        }
        if (first || at.isSuspect()) {
            positions.countTry(partition, at);
        }
        return switch (attempts.attempt(LONGEST, () -> apply(partition, batch, at))) {
            case Attempts.Done<PartitionPosition>(var after) -> after;
            case Attempts.TookTooLong<PartitionPosition>(var failure) ->
                    tookTooLong(partition, batch, at, failure);
            case Attempts.Failed<PartitionPosition>(var failure) ->
                    failed(partition, batch, at, failure);
        };
    }

    private static PartitionPosition tookTooLong(
            TopicIdPartition partition,
            List<ConsumerRecord<String, byte[]>> batch,
            PartitionPosition at,
            RuntimeException failure) {
        LOG.warnf(
                "%d records of %s from %d took too long, try %d: %s",
                batch.size(), partition, at.next(), at.tries() + 1, FailureKinds.describe(failure));
        return at.tookTooLong(batch.size(), batch.getLast().offset() + 1);
    }

    private PartitionPosition failed(
            TopicIdPartition partition,
            List<ConsumerRecord<String, byte[]>> batch,
            PartitionPosition at,
            RuntimeException failure) {
        if (batch.size() == 1) {
            return toDeadLetter(partition, batch.getFirst(), at, failure);
        }
        LOG.warnf(
                "A batch of %s failed, each record is tried alone: %s",
                partition, FailureKinds.describe(failure));
        return at.oneByOne(batch.getLast().offset() + 1);
    }

    private PartitionPosition apply(
            TopicIdPartition partition,
            List<ConsumerRecord<String, byte[]>> batch,
            PartitionPosition at) {
        var after = at.applied(batch.getLast().offset() + 1);
        QuarkusTransaction.requiringNew()
                .timeout((int) LONGEST.toSeconds())
                .run(() -> {
                    positions.advance(partition, at, after);
                    deliver(
                            batch.stream()
                                    .filter(record -> isWanted(IncomingEvent.typeOf(record)))
                                    .map(record ->
                                            IncomingEvent.of(record.headers(), record.value()))
                                    .toList());
                });
        return after;
    }

    /// Hands events to those who want them; inside a transaction.
    public void deliver(List<IncomingEvent> events) {
        for (var consumer : consumers) {
            var wanted = events.stream().filter(event -> consumer.consumes(event.type())).toList();
            if (!wanted.isEmpty()) {
                consumer.accept(wanted);
            }
        }
    }

    private boolean isWanted(String type) {
        return consumers.stream().anyMatch(consumer -> consumer.consumes(type));
    }

    private PartitionPosition toDeadLetter(
            TopicIdPartition partition,
            ConsumerRecord<String, byte[]> record,
            PartitionPosition at,
            RuntimeException failure) {
        LOG.errorf(failure, "%s@%d becomes a dead letter", partition, record.offset());
        var after = at.applied(record.offset() + 1);
        QuarkusTransaction.requiringNew()
                .run(() -> {
                    positions.advance(partition, at, after);
                    deadLetters.add(record, failure);
                });
        return after;
    }
}
