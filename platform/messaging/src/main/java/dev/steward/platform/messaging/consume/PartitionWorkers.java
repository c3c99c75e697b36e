package dev.steward.platform.messaging.consume;

import dev.steward.platform.messaging.background.BackgroundThreads;
import dev.steward.platform.messaging.readyourwrites.ProjectionSignal;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/// The workers of the partitions that this instance reads. The group decides which these are, the
/// database from where. A partition is paused while its worker is busy, so that each has one batch
/// in memory and no more. Used by the poll loop's thread alone.
final class PartitionWorkers implements ConsumerRebalanceListener {

    /// Most batches are applied within it; who takes longer is paused and not waited for.
    private static final Duration USUAL = Duration.ofMillis(200);

    private static final Duration TO_FINISH = Duration.ofSeconds(15);

    private final Consumer<String, byte[]> consumer;
    private final BatchProcessing processing;
    private final ProjectionSignal projectionSignal;
    private final BackgroundThreads threads;
    private final Map<String, String> topics;
    private final PartitionWorker.Places places = new PartitionWorker.Places();
    private final Map<TopicPartition, PartitionWorker> workers = new HashMap<>();
    private final Map<TopicPartition, Long> committed = new HashMap<>();

    /// @param topics the ids of those that are read
    PartitionWorkers(
            Consumer<String, byte[]> consumer,
            BatchProcessing processing,
            ProjectionSignal projectionSignal,
            BackgroundThreads threads,
            Map<String, String> topics) {
        this.consumer = consumer;
        this.processing = processing;
        this.projectionSignal = projectionSignal;
        this.threads = threads;
        this.topics = topics;
    }

    Map<TopicPartition, PartitionWorker> all() {
        return workers;
    }

    boolean areAllIdle() {
        return workers.values().stream().noneMatch(PartitionWorker::isBusy);
    }

    /// Hands records over and looks how far everybody is.
    void take(ConsumerRecords<String, byte[]> records) throws InterruptedException {
        var done = new CountDownLatch(records.partitions().size());
        for (var partition : records.partitions()) {
            Objects.requireNonNull(workers.get(partition), "polled without being assigned")
                    .take(records.records(partition), threads, done);
        }
        var _ = done.await(USUAL.toMillis(), TimeUnit.MILLISECONDS);
        workers.forEach(this::settle);
    }

    private void settle(TopicPartition partition, PartitionWorker worker) {
        if (worker.isBusy()) {
            consumer.pause(List.of(partition));
            return;
        }
        var offsetToSeek = worker.offsetToSeek();
        if (offsetToSeek.isPresent()) {
            consumer.seek(partition, offsetToSeek.getAsLong());
            committed.put(partition, offsetToSeek.getAsLong());
        }
        worker.next().ifPresent(next -> commit(partition, next));
        consumer.resume(List.of(partition));
    }

    /// Kafka's copy serves the lag metric of its own tools only: losing it loses nothing.
    private void commit(TopicPartition partition, long next) {
        if (!Objects.equals(committed.put(partition, next), next)) {
            consumer.commitAsync(Map.of(partition, new OffsetAndMetadata(next)), null);
        }
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        for (var partition : partitions) {
            var worker = workers.remove(partition);
            committed.remove(partition);
            if (worker != null) {
                worker.end();
            }
        }
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        consumer.pause(partitions);
        for (var partition : partitions) {
            // Only so that it stands somewhere: its worker asks the database where to begin.
            consumer.seek(partition, 0);
            var topicId = Objects.requireNonNull(topics.get(partition.topic()), "not subscribed");
            var read = new TopicIdPartition(partition, topicId);
            var worker = new PartitionWorker(read, processing, projectionSignal, places);
            workers.put(partition, worker);
            worker.begin(threads);
        }
    }

    /// Lets transactions under way finish.
    void end() throws InterruptedException {
        workers.values().forEach(PartitionWorker::end);
        var until = System.nanoTime() + TO_FINISH.toNanos();
        for (var worker : workers.values()) {
            worker.join((until - System.nanoTime()) / 1_000_000);
        }
    }
}
