package dev.steward.platform.messaging.consume;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.steward.platform.database.Database;
import dev.steward.platform.database.Json;
import dev.steward.platform.messaging.background.FailureKinds;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/// Keeps records that could not be applied, with what is needed to replay them.
@ApplicationScoped
public class DeadLetterBox {

    private static final String INSERT =
            """
            insert into dead_letter (id, topic, partition, record_offset, record_key, headers, payload, error)
            values (:id, :topic, :partition, :offset, :key, cast(:headers as jsonb), :payload, :error) on conflict (topic, partition, record_offset) do nothing
            """;

    /// A dead letter is known by its offset, and offsets of the new topic are the same numbers.
    private static final String SET_ASIDE =
            """
            update dead_letter set topic = topic || ' until '
                || to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
            where topic = :topic
            """;

    private final Database database;

    DeadLetterBox(Database database) {
        this.database = database;
    }

    /// In the transaction that moves the offset past it.
    @Transactional(Transactional.TxType.MANDATORY)
    void add(ConsumerRecord<String, byte[]> record, RuntimeException cause) {
        Map<String, String> headers = new LinkedHashMap<>();
        record.headers().forEach(header -> headers.put(header.key(), text(header.value())));
        database.update(
                INSERT,
                insert ->
                        insert.bind("id", UuidCreator.getTimeOrderedEpoch())
                                .bind("topic", record.topic())
                                .bind("partition", record.partition())
                                .bind("offset", record.offset())
                                .bind("key", record.key() == null ? null : text(record.key()))
                                .bind("headers", new Json(headers))
                                .bind(
                                        "payload",
                                        record.value() == null ? null : text(record.value()))
                                .bind("error", text(FailureKinds.describe(cause))));
    }

    /// In the transaction in which a topic begins anew.
    @Transactional(Transactional.TxType.MANDATORY)
    public void setAside(String topic) {
        database.update(SET_ASIDE, update -> update.bind("topic", topic));
    }

    private static String text(byte[] bytes) {
        return text(new String(bytes, StandardCharsets.UTF_8));
    }

    /// PostgreSQL takes no NUL in a text; a poisoned record may hold any byte.
    private static String text(String text) {
        return text.replace("\0", "\\u0000");
    }
}
