package dev.steward.platform.messaging.relay;

import dev.steward.platform.database.SqlArray;
import dev.steward.platform.messaging.topic.Topics;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.jdbi.v3.core.ConnectionFactory;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.StatementException;
import org.jspecify.annotations.Nullable;

/// Sends what the outbox points at, one pass in one transaction: take the service's lock, read up
/// to 500 pointers (or 4 MiB) in id order, send, and only when all are acknowledged delete them.
/// While Kafka acknowledges a full batch, the next one is read; while that one is on its way, the
/// first is deleted.
///
/// Whatever goes wrong between two steps, a pointer is either still there and sent again, or gone
/// because Kafka has the record. Records sent twice or late are harmless: consumers compare
/// versions.
public final class Relay implements AutoCloseable {

    static final int BATCH = 500;

    /// An event may have half a megabyte: a batch of the largest would not fit into the heap. Two
    /// batches are held at a time.
    static final int MOST_BYTES = 4 * 1024 * 1024;

    /// A transaction that lasts keeps PostgreSQL from cleaning up.
    private static final int MOST_BATCHES = 20;

    private static final int ROWS_AT_ONCE = 100;
    private static final int LOCK = 0x57E3;
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    /// The lock is waited for up to a second: a signal that finds it taken must not be lost. The
    /// pass need not be on disk when it ends: a pointer that comes back in a crash is sent once
    /// more.
    private static final String BEGIN =
            """
            set local lock_timeout = '1s';
            set local synchronous_commit = off;
            select pg_advisory_xact_lock(%d)
            """
                    .formatted(LOCK);

    private static final String PENDING =
            """
            select o.id, o.snapshot, e.id as event_id, e.product_id, e.aggregate_type, e.aggregate_id, e.version,
                e.epoch, e.type, e.actor, e.at, e.change, e.state, e.request_id, e.cause_id, e.traceparent
            from outbox o left join event e on e.id = o.event_id
            where o.id > :behind order by o.id limit 500
            """;

    private final ConnectionFactory connections;
    private final ProducerFactory producers;
    private final CloudEvents encoding;
    private @Nullable Handle handle;
    private @Nullable Producer<String, byte[]> producer;
    private boolean mayHaveMore;

    public Relay(ConnectionFactory connections, ProducerFactory producers, CloudEvents encoding) {
        this.connections = connections;
        this.producers = producers;
        this.encoding = encoding;
    }

    /// One pass.
    ///
    /// @return how many pointers were sent; 0 also when another instance holds the lock
    /// @throws KafkaException, JdbiException nothing is lost: call again after a while
    public int pass() throws InterruptedException {
        mayHaveMore = false;
        try {
            var database = database().begin();
            if (!locked(database)) {
                database.rollback();
                return 0;
            }
            var sent = sendPending(database);
            database.commit();
            return sent;
        } catch (RuntimeException | InterruptedException e) {
            abandon(e);
            throw e;
        }
    }

    private int sendPending(Handle database) throws InterruptedException {
        var sent = 0;
        var batch = send(pending(database, 0));
        for (var batches = 1; !batch.isEmpty(); batches++) {
            mayHaveMore = batch.isFull();
            var next =
                    mayHaveMore && batches < MOST_BATCHES
                            ? pending(database, batch.last())
                            : List.<Pending>of();
            batch.awaitAcknowledgement();
            var following = send(next);
            delete(database, batch);
            sent += batch.size();
            batch = following;
        }
        return sent;
    }

    /// Whether the last pass ended because its batch was full.
    boolean mayHaveMore() {
        return mayHaveMore;
    }

    /// The next pass begins with a producer that knows nothing of the topic.
    void reopen() {
        if (producer != null) {
            producer.close(java.time.Duration.ZERO);
            producer = null;
        }
    }

    private Handle database() {
        if (handle == null) {
            handle = Jdbi.open(connections);
        }
        return handle;
    }

    private Producer<String, byte[]> producer() {
        if (producer == null) {
            producer = producers.open();
        }
        return producer;
    }

    private static boolean locked(Handle database) {
        try {
            database.execute(BEGIN);
            return true;
        } catch (StatementException e) {
            if (e.getCause() instanceof SQLException refused
                    && LOCK_NOT_AVAILABLE.equals(refused.getSQLState())) {
                return false;
            }
            throw e;
        }
    }

    private record Pending(long id, ProducerRecord<String, byte[]> record) {}

    /// Pointers whose records are on their way.
    private record Batch(List<Pending> pointers, List<Future<RecordMetadata>> acknowledgements) {

        boolean isEmpty() {
            return pointers.isEmpty();
        }

        boolean isFull() {
            return size() == BATCH || bytes(pointers) >= MOST_BYTES;
        }

        int size() {
            return pointers.size();
        }

        long last() {
            return pointers.getLast().id();
        }

        List<Long> ids() {
            return pointers.stream().map(Pending::id).toList();
        }

        void awaitAcknowledgement() throws InterruptedException {
            for (var acknowledgement : acknowledgements) {
                try {
                    acknowledgement.get();
                } catch (ExecutionException e) {
                    throw new KafkaException("A record was not acknowledged.", e.getCause());
                }
            }
        }
    }

    /// @param behind id of the last pointer that was read
    private List<Pending> pending(Handle database, long behind) {
        List<Pending> pending = new ArrayList<>();
        var bytes = 0L;
        try (var rows =
                database.createQuery(PENDING)
                        .bind("behind", behind)
                        .setFetchSize(ROWS_AT_ONCE)
                        .map((row, _) -> new Pending(row.getLong("id"), encoding.record(row)))
                        .iterator()) {
            while (bytes < MOST_BYTES && rows.hasNext()) {
                var next = rows.next();
                bytes += next.record().value().length;
                pending.add(next);
            }
        }
        return pending;
    }

    private static long bytes(List<Pending> pointers) {
        return pointers.stream().mapToLong(pointer -> pointer.record().value().length).sum();
    }

    private Batch send(List<Pending> pending) {
        if (!pending.isEmpty()) {
            refuseAnotherShape(pending.getFirst().record().topic());
        }
        var producer = producer();
        return new Batch(
                pending, pending.stream().map(pointer -> producer.send(pointer.record())).toList());
    }

    /// A broker that makes topics by itself may have been faster than we when the topic was lost.
    private void refuseAnotherShape(String topic) {
        var partitions = producer().partitionsFor(topic).size();
        if (partitions != Topics.PARTITIONS) {
            throw new KafkaException(
                    "%s has %d partitions instead of %d: nothing is sent there."
                            .formatted(topic, partitions, Topics.PARTITIONS));
        }
    }

    private static void delete(Handle database, Batch sent) {
        database.createUpdate("delete from outbox where id = any (:ids)")
                .bind("ids", SqlArray.bigints(sent.ids()))
                .execute();
    }

    /// The producer goes first and at once: what it still holds must not be sent behind a newer
    /// try.
    private void abandon(Exception cause) {
        reopen();
        if (handle != null) {
            try (var broken = handle) {
                handle = null;
                broken.rollback();
            } catch (JdbiException e) {
                cause.addSuppressed(e);
            }
        }
    }

    @Override
    public void close() {
        abandon(new InterruptedException("closed"));
    }
}
