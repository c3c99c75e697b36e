package dev.steward.platform.messaging.consume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.steward.platform.messaging.Reaction;
import dev.steward.platform.messaging.Tables;
import dev.steward.platform.messaging.ThingEvents;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jdbi.v3.core.ConnectionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Effects and offset are one: whatever dies between two steps, both are there or neither.
@QuarkusTest
class BatchProcessingTest {

    @Inject BatchProcessing processing;
    @Inject DeadLetters deadLetters;
    @Inject Reaction reaction;
    @Inject Tables database;

    private final UUID id = UUID.randomUUID();
    private final TopicIdPartition partition =
            new TopicIdPartition(
                    new TopicPartition("steward.other-" + UUID.randomUUID(), 0), "its id");
    private int offset;

    @BeforeEach
    void workingReaction() {
        reaction.before(_ -> {});
        reaction.after(_ -> {});
        processing.find(partition);
    }

    @Test
    void appliesABatchAndMovesTheOffset() {
        assertThat(consume(List.of(record(1), record(2)), 0)).isEqualTo(2);
        assertThat(version()).isEqualTo(2);
        assertThat(effects()).isEqualTo(2);
        assertThat(processing.find(partition).next()).isEqualTo(2);
    }

    @Test
    void takesARecordThatComesTwiceOnce() {
        var first = record(1);
        var again = copy(first, 1);
        consume(List.of(first), 0);
        consume(List.of(again), 1);
        assertThat(effects()).isEqualTo(1);
        assertThat(version()).isEqualTo(1);
    }

    @Test
    void keepsTheNewerStateWhenAnOlderComesLate() {
        consume(List.of(record(3), record(2)), 0);
        assertThat(version()).isEqualTo(3);
    }

    @Test
    void doesNotReviveWhatWasDeletedWhenAnOlderComesLate() {
        consume(List.of(record(1), deletion(2)), 0);
        consume(List.of(record(1)), 2);
        assertThat(database.number("select count(*) from thing where id = ? and deleted", id))
                .isOne();
    }

    @Test
    void leavesNothingBehindWhenTheDatabaseGoesAwayInTheMiddle() {
        reaction.before(_ -> {
            throw new ConnectionException(new SQLException("gone", "08006"));
        });
        assertThatThrownBy(() -> consume(List.of(record(1)), 0))
                .isInstanceOf(ConnectionException.class);
        assertThat(version()).isEqualTo(-1);
        assertThat(processing.find(partition).next()).isZero();
        assertThat(deadLetters()).isZero();
    }

    @Test
    void takesEffectOnceWhenItsSessionEndsBeforeTheEffect() {
        reaction.before(_ -> endOwnSession());
        dieThenGoOn(() -> reaction.before(_ -> {}));
    }

    @Test
    void takesEffectOnceWhenItsSessionEndsBetweenTheEffectAndTheCommit() {
        reaction.after(_ -> endOwnSession());
        dieThenGoOn(() -> reaction.after(_ -> {}));
    }

    /// What a loop does that died: it asks the database where to go on, and goes on there.
    private void dieThenGoOn(Runnable mend) {
        var batch = List.of(record(1));
        assertThatThrownBy(() -> consume(batch, 0));
        assertThat(version()).isEqualTo(-1);
        assertThat(effects()).isZero();
        mend.run();
        assertThat(consume(batch, processing.find(partition).next())).isEqualTo(1);
        assertThat(effects()).isEqualTo(1);
        assertThat(deadLetters()).isZero();
    }

    /// Inside the transaction: the server ends the very session that it runs in.
    private void endOwnSession() {
        try {
            database.number("select count(pg_terminate_backend(pg_backend_pid()))");
        } catch (IllegalStateException ended) {
            assertThat(ended).hasCauseInstanceOf(SQLException.class);
        }
    }

    @Test
    void theRecordThatFailsAloneBecomesADeadLetterAndOthersGoOn() {
        reaction.before(event -> {
            if (event.version() == 2) {
                throw new IllegalStateException("this one cannot be applied");
            }
        });
        assertThat(consume(List.of(record(1), record(2), record(3)), 0)).isEqualTo(3);
        assertThat(version()).isEqualTo(3);
        assertThat(effects()).isEqualTo(2);
        assertThat(deadLetters()).isEqualTo(1);
    }

    @Test
    void replaysADeadLetterOnceItsReasonIsMended() {
        reaction.before(_ -> {
            throw new IllegalStateException("not yet");
        });
        consume(List.of(record(1)), 0);
        reaction.before(_ -> {});
        var letter =
                deadLetters.list().stream()
                        .filter(dead -> dead.topic().equals(partition.topic()))
                        .findFirst()
                        .orElseThrow();
        assertThat(deadLetters.replay(letter.id())).isPresent();
        assertThat(effects()).isEqualTo(1);
        assertThat(deadLetters()).isZero();
    }

    @Test
    void discardsADeadLetterThatNobodyWillEverApply() {
        reaction.before(_ -> {
            throw new IllegalStateException("never");
        });
        consume(List.of(record(1)), 0);
        var letter =
                deadLetters.list().stream()
                        .filter(dead -> dead.topic().equals(partition.topic()))
                        .findFirst()
                        .orElseThrow();
        assertThat(deadLetters.find(letter.id()).orElseThrow().payload())
                .isEqualTo(letter.payload());
        assertThat(deadLetters.discard(letter.id())).isPresent();
        assertThat(deadLetters.discard(letter.id())).isEmpty();
        assertThat(deadLetters()).isZero();
    }

    @Test
    void bytesThatAreNoEventBecomeADeadLetter() {
        var garbage =
                new ConsumerRecord<>(
                        partition.topic(),
                        0,
                        offset++,
                        "key",
                        "\0not json".getBytes(StandardCharsets.UTF_8));
        garbage.headers()
                .add("ce_type", "steward.other.thing.renamed.v1".getBytes(StandardCharsets.UTF_8));
        assertThat(consume(List.of(garbage, record(1)), 0)).isEqualTo(2);
        assertThat(version()).isEqualTo(1);
        assertThat(deadLetters()).isEqualTo(1);
    }

    @Test
    void skipsTypesThatNobodyWantsUnread() {
        var unknown =
                new ConsumerRecord<>(
                        partition.topic(),
                        0,
                        offset++,
                        "key",
                        "not json".getBytes(StandardCharsets.UTF_8));
        unknown.headers()
                .add("ce_type", "steward.other.unheard.of.v1".getBytes(StandardCharsets.UTF_8));
        assertThat(consume(List.of(unknown), 0)).isEqualTo(1);
        assertThat(deadLetters()).isZero();
    }

    @Test
    void rollsBackWhenAnotherInstanceOwnsThePartitionNow() {
        consume(List.of(record(1)), 0);
        assertThatThrownBy(() -> consume(List.of(record(2)), 0)).isInstanceOf(PartitionTaken.class);
        assertThat(version()).isEqualTo(1);
    }

    @Test
    void triesABatchAgainOnlyAsAWholeWhenTheFailurePasses() {
        var attempts = new AtomicInteger();
        reaction.before(_ -> {
            if (attempts.incrementAndGet() == 1) {
                throw new ConnectionException(new SQLException("deadlock", "40P01"));
            }
        });
        var batch = List.of(record(1), record(2));
        assertThatThrownBy(() -> consume(batch, 0)).isInstanceOf(ConnectionException.class);
        assertThat(consume(batch, processing.find(partition).next())).isEqualTo(2);
        assertThat(effects()).isEqualTo(2);
        assertThat(deadLetters()).isZero();
    }

    /// As a partition's worker does: until all are applied or a dead letter.
    private long consume(List<ConsumerRecord<String, byte[]>> batch, long from) {
        var at = PartitionPosition.at(from);
        while (at.next() <= batch.getLast().offset()) {
            var next = at.next();
            var left = batch.stream().filter(record -> record.offset() >= next).toList();
            at = processing.attempt(partition, left, at, true);
        }
        return at.next();
    }

    private ConsumerRecord<String, byte[]> record(long version) {
        return record(version, ThingEvents.renamedTo(version));
    }

    private ConsumerRecord<String, byte[]> deletion(long version) {
        return record(version, "{\"change\":{},\"state\":null}".getBytes(StandardCharsets.UTF_8));
    }

    private ConsumerRecord<String, byte[]> record(long version, byte[] body) {
        var record = new ConsumerRecord<>(partition.topic(), 0, offset++, id.toString(), body);
        ThingEvents.headers(id, version).forEach(record.headers()::add);
        return record;
    }

    private static ConsumerRecord<String, byte[]> copy(
            ConsumerRecord<String, byte[]> record, int offset) {
        var copy =
                new ConsumerRecord<>(
                        record.topic(), record.partition(), offset, record.key(), record.value());
        record.headers().forEach(copy.headers()::add);
        return copy;
    }

    private long version() {
        return database.number("select version from thing where id = ?", id);
    }

    private long effects() {
        return database.number("select count(*) from effect where subject = ?", id);
    }

    private long deadLetters() {
        return database.number(
                "select count(*) from dead_letter where topic = ? and replayed_at is null",
                partition.topic());
    }
}
