package dev.steward.platform.messaging.consume;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.steward.platform.messaging.store.RecordUnavailable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/// Records that could not be applied: listed, replayed once their reason is mended, or discarded
/// where they never will be.
@ApplicationScoped
public class DeadLetters {

    /// @param replayedAt null while it still waits
    public record DeadLetter(
            UUID id,
            String topic,
            int partition,
            long offset,
            String error,
            Instant at,
            @Nullable Instant replayedAt,
            Map<String, String> headers,
            @Nullable String payload) {}

    private static final String LIST =
            """
            select id, topic, partition, record_offset, error, at, replayed_at, headers,
                left(payload, ?) as payload
            from dead_letter where (?::uuid is null or id = ?::uuid) order by at desc, id limit 500
            """;

    /// Characters of a payload in the list: 500 whole ones are more than a service can hold.
    private static final int SHOWN = 1_000;

    private final DataSource database;
    private final ObjectMapper json;
    private final BatchProcessing consumption;

    DeadLetters(DataSource database, ObjectMapper json, BatchProcessing consumption) {
        this.database = database;
        this.json = json;
        this.consumption = consumption;
    }

    /// The newest 500, of each payload the first 1,000 characters.
    public List<DeadLetter> list() {
        return find(null, SHOWN);
    }

    /// Whole.
    public Optional<DeadLetter> find(UUID id) {
        return find(id, Integer.MAX_VALUE).stream().findFirst();
    }

    /// Forgets it, replayed or not: what it said is lost.
    ///
    /// @return it, for the last time; empty when there is no such dead letter
    @Transactional
    public Optional<DeadLetter> discard(UUID id) {
        var found = find(id);
        found.ifPresent(_ -> write("delete from dead_letter where id = ?", id));
        return found;
    }

    /// Applies the record again, as if it had just arrived.
    ///
    /// @return empty when there is no such dead letter
    @Transactional
    public Optional<DeadLetter> replay(UUID id) {
        var found = find(id);
        found.ifPresent(letter -> {
            var body =
                    letter.payload() == null
                            ? new byte[0]
                            : letter.payload().getBytes(StandardCharsets.UTF_8);
            consumption.deliver(List.of(IncomingEvent.of(headers(letter), body)));
            write("update dead_letter set replayed_at = now() where id = ?", id);
        });
        return found;
    }

    private List<DeadLetter> find(@Nullable UUID id, int characters) {
        List<DeadLetter> letters = new ArrayList<>();
        try (var connection = database.getConnection();
                var list = connection.prepareStatement(LIST)) {
            list.setInt(1, characters);
            list.setObject(2, id);
            list.setObject(3, id);
            try (var row = list.executeQuery()) {
                while (row.next()) {
                    var replayed = row.getObject("replayed_at", OffsetDateTime.class);
                    letters.add(
                            new DeadLetter(
                                    row.getObject("id", UUID.class),
                                    row.getString("topic"),
                                    row.getInt("partition"),
                                    row.getLong("record_offset"),
                                    row.getString("error"),
                                    row.getObject("at", OffsetDateTime.class).toInstant(),
                                    replayed == null ? null : replayed.toInstant(),
                                    json.readValue(
                                            row.getString("headers"),
                                            new TypeReference<Map<String, String>>() {}),
                                    row.getString("payload")));
                }
            }
            return letters;
        } catch (SQLException e) {
            throw new RecordUnavailable(e);
        } catch (IOException e) {
            throw new IllegalStateException("PostgreSQL gave back JSON that is none", e);
        }
    }

    private void write(String sql, UUID id) {
        try (var connection = database.getConnection();
                var write = connection.prepareStatement(sql)) {
            write.setObject(1, id);
            write.executeUpdate();
        } catch (SQLException e) {
            throw new RecordUnavailable(e);
        }
    }

    private static Headers headers(DeadLetter letter) {
        var headers = new RecordHeaders();
        letter.headers()
                .forEach(
                        (name, value) -> headers.add(name, value.getBytes(StandardCharsets.UTF_8)));
        return headers;
    }
}
