package dev.steward.platform.messaging.consume;

import dev.steward.platform.messaging.background.BackgroundThreads;
import dev.steward.platform.messaging.background.Backoff;
import dev.steward.platform.messaging.background.FailureKinds;
import dev.steward.platform.messaging.readyourwrites.ProjectionSignal;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Applies the records of one partition, a batch at a time, on a thread of its own: however long it
/// waits or tries, the other partitions go on. The poll loop hands records over and asks how far it
/// is.
final class PartitionWorker {

    /// The connections that all partitions may take at once. Where something has failed has places
    /// of its own, so that it cannot take those of the others.
    record Places(Semaphore first, Semaphore again) {

        Places() {
            this(new Semaphore(5), new Semaphore(3));
        }
    }

    private static final Logger LOG = Logger.getLogger(PartitionWorker.class);

    private final TopicIdPartition partition;
    private final BatchProcessing processing;
    private final ProjectionSignal projectionSignal;
    private final Places places;
    private final Backoff backoff = new Backoff();
    private volatile boolean ended;
    private volatile boolean busy;
    private volatile @Nullable Thread thread;
    private volatile @Nullable PartitionPosition position;
    private volatile @Nullable Long offsetToSeek;
    private volatile List<ConsumerRecord<String, byte[]>> waiting = List.of();
    private boolean mustLook = true;
    private boolean isFirst = true;
    private boolean hasFailed;

    PartitionWorker(
            TopicIdPartition partition,
            BatchProcessing processing,
            ProjectionSignal projectionSignal,
            Places places) {
        this.partition = partition;
        this.processing = processing;
        this.projectionSignal = projectionSignal;
        this.places = places;
    }

    /// Finds out where to begin: see [#offsetToSeek].
    void begin(BackgroundThreads threads) {
        take(List.of(), threads, new CountDownLatch(1));
    }

    /// Only while it is not [#isBusy()].
    ///
    /// @param done counted down when the records are applied or this worker has ended
    void take(
            List<ConsumerRecord<String, byte[]>> records,
            BackgroundThreads threads,
            CountDownLatch done) {
        waiting = records;
        busy = true;
        thread =
                threads.startVirtual(
                        "consume " + partition,
                        () -> {
                            try {
                                work(records);
                                // Not after an error: its batch would be skipped.
                                busy = false;
                            } finally {
                                done.countDown();
                            }
                        });
    }

    boolean isBusy() {
        return busy;
    }

    /// Where the consumer has to go when it is not where the database is. Asked once.
    OptionalLong offsetToSeek() {
        var to = offsetToSeek;
        offsetToSeek = null;
        return to == null ? OptionalLong.empty() : OptionalLong.of(to);
    }

    /// The next offset that is not applied yet, when it is known.
    OptionalLong next() {
        var known = position;
        return known == null ? OptionalLong.empty() : OptionalLong.of(known.next());
    }

    /// When the oldest record was sent that waits here, in milliseconds since 1970.
    OptionalLong oldestWaiting() {
        var left = waiting;
        return left.isEmpty() ? OptionalLong.empty() : OptionalLong.of(left.getFirst().timestamp());
    }

    /// Another instance goes on, or nobody: the transaction under way is finished, no other begun.
    void end() {
        ended = true;
        LockSupport.unpark(thread);
    }

    void join(long millis) throws InterruptedException {
        var last = thread;
        if (last != null && millis > 0) {
            last.join(millis);
        }
    }

    private void work(List<ConsumerRecord<String, byte[]>> records) {
        var left = records;
        do {
            try {
                left = step(left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                ended = true;
            } catch (RuntimeException e) {
                LOG.warnf(
                        "%s cannot be applied now and is tried again: %s",
                        partition, FailureKinds.describe(e));
                hasFailed = true;
                isFirst = true;
                mustLook = true;
                backoff.pause();
            }
            waiting = left;
        } while (!ended && (mustLook || !left.isEmpty()));
    }

    /// @return the records that are still to be applied
    private List<ConsumerRecord<String, byte[]>> step(List<ConsumerRecord<String, byte[]>> left)
            throws InterruptedException {
        var from = position;
        if (from == null || mustLook) {
            return look(from, left);
        }
        var turn = hasFailed || from.isSuspect() ? places.again : places.first;
        if (!turn.tryAcquire(500, TimeUnit.MILLISECONDS)) {
            return left;
        }
        PartitionPosition after;
        try {
            after = processing.attempt(partition, left, from, isFirst);
        } finally {
            turn.release();
        }
        position = after;
        if (after.next() == from.next()) {
            backoff.pause();
            return left;
        }
        hasFailed = false;
        isFirst = false;
        backoff.reset();
        projectionSignal.announce();
        return from(left, after.next());
    }

    /// After a failure nobody knows whether the commit came through, or who reads the partition.
    private List<ConsumerRecord<String, byte[]>> look(
            @Nullable PartitionPosition known, List<ConsumerRecord<String, byte[]>> left) {
        var found = processing.find(partition);
        mustLook = false;
        if (known == null) {
            position = found.found();
            offsetToSeek = found.next();
            return List.of();
        }
        position = known.reread(found.next());
        if (found.next() < known.next()
                || left.isEmpty()
                || found.next() > left.getLast().offset() + 1) {
            offsetToSeek = found.next();
            return List.of();
        }
        return from(left, found.next());
    }

    private static List<ConsumerRecord<String, byte[]>> from(
            List<ConsumerRecord<String, byte[]>> records, long next) {
        return records.stream().filter(record -> record.offset() >= next).toList();
    }
}
