package dev.steward.platform.messaging.consume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.steward.platform.database.Database;
import dev.steward.platform.messaging.Faulty;
import dev.steward.platform.messaging.Reaction;
import dev.steward.platform.messaging.Tables;
import dev.steward.platform.messaging.ThingEvents;
import dev.steward.platform.messaging.ThingProjection;
import dev.steward.platform.messaging.background.BackgroundThreads;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jdbi.v3.core.ConnectionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A record that takes more than there is (time, memory, the process itself) is found, put aside
/// and holds up nothing; a database that is away buries nothing.
@QuarkusTest
class ExhaustingRecordsTest {

    private static final int RECORDS = 20;
    private static final int RECORDS_AT_ONCE = 5;
    private static final long POISONED = 7;

    @Inject Reaction reaction;
    @Inject ThingProjection projection;
    @Inject Tables database;
    @Inject DataSource source;
    @Inject DeadLetterBox deadLetters;
    @Inject BackgroundThreads threads;

    private final UUID id = UUID.randomUUID();
    private final TopicIdPartition partition =
            new TopicIdPartition(
                    new TopicPartition("steward.other-" + UUID.randomUUID(), 3), "its id");
    private final AtomicInteger tries = new AtomicInteger();
    private final List<ConsumerRecord<String, byte[]>> batch =
            LongStream.rangeClosed(1, RECORDS).mapToObj(this::record).toList();

    @BeforeEach
    void workingReaction() {
        reaction.before(_ -> {});
        reaction.after(_ -> {});
    }

    @Test
    void whatAlwaysExceedsTheTimeOfAStatementBecomesADeadLetter() {
        reaction.before(this::sleepTooLong);
        readAll(processing(source));
        onlyThePoisonedIsMissing();
        assertThat(tries.get()).isBetween(3, 12);
    }

    @Test
    void whatIsMerelySlowForAWhileIsNoDeadLetter() {
        reaction.before(event -> {
            if (tries.get() < 2) {
                sleepTooLong(event);
            }
        });
        readAll(processing(source));
        assertThat(effects()).isEqualTo(RECORDS);
        assertThat(deadLetters()).isZero();
    }

    @Test
    void nothingBecomesADeadLetterWhileOtherStatementsFailToo() {
        var away = new AtomicBoolean(true);
        var unanswered =
                Faulty.source(
                        source,
                        sql -> sql.equals("select true") && away.get(),
                        _ -> {
                            throw new SQLException("no answer", "08006");
                        });
        var processing = processing(unanswered);
        var at = processing.find(partition);
        reaction.before(this::sleepTooLong);
        for (var again = 0; again < 15; again++) {
            assertThatThrownBy(() -> processing.attempt(partition, batch, at, true))
                    .isInstanceOf(RuntimeException.class);
        }
        assertThat(deadLetters()).isZero();
        away.set(false);
        reaction.before(_ -> {});
        readAll(processing);
        assertThat(effects()).isEqualTo(RECORDS);
        assertThat(deadLetters()).isZero();
    }

    @Test
    void aLockThatIsHeldMakesNoDeadLetter() {
        var processing = processing(source);
        var at = processing.find(partition);
        reaction.before(_ -> {
            throw new ConnectionException(new SQLException("lock timeout", "55P03"));
        });
        for (var again = 0; again < 15; again++) {
            assertThatThrownBy(() -> processing.attempt(partition, batch, at, true))
                    .isInstanceOf(ConnectionException.class);
        }
        reaction.before(_ -> {});
        readAll(processing);
        assertThat(effects()).isEqualTo(RECORDS);
        assertThat(deadLetters()).isZero();
    }

    @Test
    void whatEndsTheProcessIsFoundByTheOnesThatComeAfter() {
        reaction.before(event -> {
            if (event.version() == POISONED) {
                throw new EndOfTheProcess();
            }
        });
        var processes = 1;
        while (!endsWell()) {
            processes++;
        }
        onlyThePoisonedIsMissing();
        // The first one was in the middle of its work, of which nothing is written down.
        assertThat(processes).isEqualTo(1 + 2 + 3 + 1);
    }

    /// A process of its own: it knows what the database knows.
    private boolean endsWell() {
        try {
            readAll(processing(source));
            return true;
        } catch (EndOfTheProcess e) {
            return false;
        }
    }

    private static final class EndOfTheProcess extends Error {}

    private BatchProcessing processing(DataSource from) {
        return new BatchProcessing(
                new Database(from, new ObjectMapper()),
                deadLetters,
                threads,
                List.of(projection, reaction));
    }

    private void readAll(BatchProcessing processing) {
        var at = processing.find(partition).found();
        var first = true;
        while (at.next() < RECORDS) {
            var next = at.next();
            var left =
                    batch.stream()
                            .filter(record -> record.offset() >= next)
                            .limit(RECORDS_AT_ONCE)
                            .toList();
            at = processing.attempt(partition, left, at, first);
            first = at.next() == next;
        }
    }

    private void sleepTooLong(IncomingEvent event) {
        if (event.version() == POISONED) {
            tries.incrementAndGet();
            try (var connection = source.getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("set local statement_timeout = '20ms'");
                statement.execute("select pg_sleep(20)");
            } catch (SQLException e) {
                throw new ConnectionException(e);
            }
        }
    }

    private void onlyThePoisonedIsMissing() {
        assertThat(deadLetters()).isOne();
        assertThat(
                        database.number(
                                "select record_offset from dead_letter where topic = ?",
                                partition.topic()))
                .isEqualTo(POISONED - 1);
        assertThat(effects()).isEqualTo(RECORDS - 1);
        assertThat(database.number("select version from thing where id = ?", id))
                .isEqualTo(RECORDS);
    }

    private long effects() {
        return database.number("select count(*) from effect where subject = ?", id);
    }

    private long deadLetters() {
        return database.number(
                "select count(*) from dead_letter where topic = ?", partition.topic());
    }

    private ConsumerRecord<String, byte[]> record(long version) {
        var record =
                new ConsumerRecord<>(
                        partition.topic(),
                        partition.number(),
                        version - 1,
                        id.toString(),
                        ThingEvents.renamedTo(version));
        ThingEvents.headers(id, version).forEach(record.headers()::add);
        return record;
    }
}
