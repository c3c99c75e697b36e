package dev.steward.platform.messaging.consume;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.f4b6a3.uuid.UuidCreator;
import dev.steward.platform.messaging.background.FailureKinds;
import dev.steward.platform.messaging.store.RecordUnavailable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/// Keeps records that could not be applied, with what is needed to replay them.
@ApplicationScoped
public class DeadLetterBox {

    private static final String BURY =
            """
            insert into dead_letter (id, topic, partition, record_offset, record_key, headers, payload, error)
            values (?, ?, ?, ?, ?, ?::jsonb, ?, ?) on conflict (topic, partition, record_offset) do nothing
            """;

    /// A dead letter is known by its offset, and offsets of the new topic are the same numbers.
    private static final String SET_ASIDE =
            """
            update dead_letter set topic = topic || ' until '
                || to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
            where topic = ?
            """;

    private final DataSource database;
    private final ObjectMapper json;

    DeadLetterBox(DataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /// In the transaction that moves the offset past it.
    @Transactional(Transactional.TxType.MANDATORY)
    void add(ConsumerRecord<String, byte[]> record, RuntimeException cause) {
        try (var connection = database.getConnection();
                var bury = connection.prepareStatement(BURY)) {
            bind(bury, record, cause);
            bury.executeUpdate();
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("a dead letter could not be kept", e);
        }
    }

    /// In the transaction in which a topic begins anew.
    @Transactional(Transactional.TxType.MANDATORY)
    public void setAside(String topic) {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(SET_ASIDE)) {
            update.setString(1, topic);
            update.executeUpdate();
        } catch (SQLException e) {
            throw new RecordUnavailable(e);
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
        bury.setString(8, text(FailureKinds.describe(cause).getBytes(StandardCharsets.UTF_8)));
    }

    /// PostgreSQL takes no NUL in a text; a poisoned record may hold any byte.
    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8).replace("\0", "\\u0000");
    }
}
