package dev.steward.platform.messaging;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
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

/// Records that could not be applied: listed, and replayed once their reason is mended.
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
            select id, topic, partition, record_offset, error, at, replayed_at, headers, payload from dead_letter
            where (?::uuid is null or id = ?::uuid) order by at desc, id limit 500
            """;

    private final DataSource database;
    private final ObjectMapper json;
    private final Consumption consumption;

    DeadLetters(DataSource database, ObjectMapper json, Consumption consumption) {
        this.database = database;
        this.json = json;
        this.consumption = consumption;
    }

    /// The newest 500.
    public List<DeadLetter> list() {
        return find(null);
    }

    /// Applies the record again, as if it had just arrived.
    ///
    /// @return empty when there is no such dead letter
    @Transactional
    public Optional<DeadLetter> replay(UUID id) {
        var found = find(id).stream().findFirst();
        found.ifPresent(letter -> {
            var body =
                    letter.payload() == null
                            ? new byte[0]
                            : letter.payload().getBytes(StandardCharsets.UTF_8);
            consumption.deliver(List.of(IncomingEvent.of(headers(letter), body)));
            markReplayed(id);
        });
        return found;
    }

    private List<DeadLetter> find(@Nullable UUID id) {
        List<DeadLetter> letters = new ArrayList<>();
        try (var connection = database.getConnection();
                var list = connection.prepareStatement(LIST)) {
            list.setObject(1, id);
            list.setObject(2, id);
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

    private void markReplayed(UUID id) {
        try (var connection = database.getConnection();
                var mark =
                        connection.prepareStatement(
                                "update dead_letter set replayed_at = now() where id = ?")) {
            mark.setObject(1, id);
            mark.executeUpdate();
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
