package dev.steward.platform.messaging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/// Carries out what consumers do with a batch of one partition: effects and offset in one
/// transaction, so that neither is there without the other.
@ApplicationScoped
public class Consumption {

    private static final Logger LOG = Logger.getLogger(Consumption.class);

    private static final String START =
            """
            with begun as (insert into consumed (topic, partition, next) values (?, ?, 0) on conflict do nothing)
            select next from consumed where topic = ? and partition = ?
            """;
    private static final String ADVANCE =
            "update consumed set next = ? where topic = ? and partition = ? and next = ?";
    private static final String BURY =
            """
            insert into dead_letter (id, topic, partition, record_offset, record_key, headers, payload, error)
            values (?, ?, ?, ?, ?, ?::jsonb, ?, ?) on conflict (topic, partition, record_offset) do nothing
            """;

    private final DataSource database;
    private final ObjectMapper json;
    private final List<EventConsumer> consumers;

    Consumption(DataSource database, ObjectMapper json, @All List<EventConsumer> consumers) {
        this.database = database;
        this.json = json;
        this.consumers =
                consumers.stream().sorted(Comparator.comparingInt(EventConsumer::turn)).toList();
    }

    /// Where this service stands in a partition; 0 when it has never read it.
    long start(TopicPartition partition) {
        return QuarkusTransaction.requiringNew()
                .call(() -> {
                    try (var connection = database.getConnection();
                            var start = connection.prepareStatement(START)) {
                        start.setString(1, partition.topic());
                        start.setInt(2, partition.partition());
                        start.setString(3, partition.topic());
                        start.setInt(4, partition.partition());
                        try (var row = start.executeQuery()) {
                            // The insert's own row is not visible to its statement: nothing found
                            // is 0.
                            return row.next() ? row.getLong(1) : 0L;
                        }
                    }
                });
    }

    /// All records of a batch, or each alone when one of them cannot be applied.
    ///
    /// @param from the offset this instance believes to be the next
    /// @return the next offset after the batch
    long consume(
            TopicPartition partition, List<ConsumerRecord<String, byte[]>> records, long from) {
        var next = records.getLast().offset() + 1;
        try {
            apply(partition, records, from, next);
            return next;
        } catch (RuntimeException e) {
            if (Failures.pass(e)) {
                throw e;
            }
            LOG.warnf(
                    "A batch of %s failed, each record is tried alone: %s",
                    partition, Failures.describe(e));
        }
        var position = from;
        for (var record : records) {
            applyAlone(partition, record, position);
            position = record.offset() + 1;
        }
        return next;
    }

    private void applyAlone(
            TopicPartition partition, ConsumerRecord<String, byte[]> record, long from) {
        try {
            apply(partition, List.of(record), from, record.offset() + 1);
        } catch (RuntimeException e) {
            if (Failures.pass(e)) {
                throw e;
            }
            LOG.errorf(e, "%s@%d becomes a dead letter", partition, record.offset());
            QuarkusTransaction.requiringNew().run(() -> bury(record, e, from));
        }
    }

    private void apply(
            TopicPartition partition,
            List<ConsumerRecord<String, byte[]>> records,
            long from,
            long next) {
        QuarkusTransaction.requiringNew()
                .timeout(30)
                .run(() -> {
                    advance(partition.topic(), partition.partition(), from, next);
                    deliver(
                            records.stream()
                                    .filter(record -> isWanted(IncomingEvent.typeOf(record)))
                                    .map(record ->
                                            IncomingEvent.of(record.headers(), record.value()))
                                    .toList());
                });
    }

    /// Hands events to those who want them; inside a transaction.
    void deliver(List<IncomingEvent> events) {
        for (var consumer : consumers) {
            var wanted = events.stream().filter(event -> consumer.wants(event.type())).toList();
            if (!wanted.isEmpty()) {
                consumer.accept(wanted);
            }
        }
    }

    private boolean isWanted(String type) {
        return consumers.stream().anyMatch(consumer -> consumer.wants(type));
    }

    private void advance(String topic, int partition, long from, long next) {
        try (var connection = database.getConnection();
                var advance = connection.prepareStatement(ADVANCE)) {
            advance.setLong(1, next);
            advance.setString(2, topic);
            advance.setInt(3, partition);
            advance.setLong(4, from);
            if (advance.executeUpdate() == 0) {
                throw new PartitionTaken(topic, partition);
            }
        } catch (SQLException e) {
            throw new RecordUnavailable(e);
        }
    }

    private void bury(ConsumerRecord<String, byte[]> record, RuntimeException cause, long from) {
        advance(record.topic(), record.partition(), from, record.offset() + 1);
        try (var connection = database.getConnection();
                var bury = connection.prepareStatement(BURY)) {
            bind(bury, record, cause);
            bury.executeUpdate();
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("a dead letter could not be kept", e);
        }
    }

    private void bind(
            PreparedStatement bury, ConsumerRecord<String, byte[]> record, RuntimeException cause)
            throws SQLException, JsonProcessingException {
        Map<String, String> headers = new LinkedHashMap<>();
        record.headers().forEach(header -> headers.put(header.key(), text(header.value())));
        bury.setObject(1, UuidCreator.getTimeOrderedEpoch());
        bury.setString(2, record.topic());
        bury.setInt(3, record.partition());
        bury.setLong(4, record.offset());
        bury.setString(
                5,
                record.key() == null ? null : text(record.key().getBytes(StandardCharsets.UTF_8)));
        bury.setString(6, json.writeValueAsString(headers));
        bury.setString(7, record.value() == null ? null : text(record.value()));
        bury.setString(8, text(Failures.describe(cause).getBytes(StandardCharsets.UTF_8)));
    }

    /// PostgreSQL takes no NUL in a text; a poisoned record may hold any byte.
    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8).replace("\0", "\\u0000");
    }
}
