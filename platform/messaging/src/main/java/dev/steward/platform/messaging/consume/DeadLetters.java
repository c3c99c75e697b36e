package dev.steward.platform.messaging.consume;

import dev.steward.platform.database.Database;
import dev.steward.platform.database.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jdbi.v3.core.generic.GenericType;
import org.jdbi.v3.core.qualifier.QualifiedType;
import org.jdbi.v3.core.result.RowView;
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
                left(payload, :characters) as payload
            from dead_letter where (cast(:id as uuid) is null or id = :id) order by at desc, id limit 500
            """;

    /// Characters of a payload in the list: 500 whole ones are more than a service can hold.
    private static final int SHOWN = 1_000;

    private static final QualifiedType<Map<String, String>> HEADERS =
            Json.column(new GenericType<>() {});

    private final Database database;
    private final BatchProcessing processing;

    DeadLetters(Database database, BatchProcessing processing) {
        this.database = database;
        this.processing = processing;
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
        found.ifPresent(_ -> write("delete from dead_letter where id = :id", id));
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
            processing.deliver(List.of(IncomingEvent.of(headers(letter), body)));
            write("update dead_letter set replayed_at = now() where id = :id", id);
        });
        return found;
    }

    private List<DeadLetter> find(@Nullable UUID id, int characters) {
        return database.query(
                LIST,
                query ->
                        query.bind("id", id)
                                .bind("characters", characters)
                                .map(DeadLetters::letter)
                                .list());
    }

    private static DeadLetter letter(RowView row) {
        return new DeadLetter(
                row.getColumn("id", UUID.class),
                row.getColumn("topic", String.class),
                row.getColumn("partition", Integer.class),
                row.getColumn("record_offset", Long.class),
                row.getColumn("error", String.class),
                row.getColumn("at", Instant.class),
                row.getColumn("replayed_at", Instant.class),
                row.getColumn("headers", HEADERS),
                row.getColumn("payload", String.class));
    }

    private void write(String sql, UUID id) {
        database.update(sql, update -> update.bind("id", id));
    }

    private static Headers headers(DeadLetter letter) {
        var headers = new RecordHeaders();
        letter.headers()
                .forEach(
                        (name, value) -> headers.add(name, value.getBytes(StandardCharsets.UTF_8)));
        return headers;
    }
}
