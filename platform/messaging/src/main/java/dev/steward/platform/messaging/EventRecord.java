package dev.steward.platform.messaging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.f4b6a3.uuid.UuidCreator;
import dev.steward.platform.web.TooLarge;
import dev.steward.platform.web.WrittenVersions;
import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// Appends what happened, in the transaction in which it happened: the event row and its outbox
/// pointer in one statement. After the commit the relay is nudged.
@ApplicationScoped
public class EventRecord {

    /// An event larger than this is refused here, so that no row can be unsendable.
    static final int LARGEST_EVENT = 256 * 1024;

    private static final String APPEND =
            """
            with appended as (
                insert into event (id, product_id, aggregate_type, aggregate_id, version, epoch, type, actor,
                    on_behalf_of, reason, change, state, request_id, cause_id, traceparent)
                values (?, ?, ?, ?, ?, (select epoch from publisher), ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?, ?)
                returning id)
            insert into outbox (event_id) select id from appended
            """;

    private final DataSource database;
    private final ObjectMapper json;
    private final MessagingConfig config;
    private final Nudge nudge;
    private final TransactionSynchronizationRegistry transaction;
    private final WrittenVersions written;

    EventRecord(
            DataSource database,
            ObjectMapper json,
            MessagingConfig config,
            Nudge nudge,
            TransactionSynchronizationRegistry transaction,
            WrittenVersions written) {
        this.database = database;
        this.json = json;
        this.config = config;
        this.nudge = nudge;
        this.transaction = transaction;
        this.written = written;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void append(Provenance by, DomainEvent event) {
        append(by, List.of(event));
    }

    /// @throws TooLarge when an event's change and state pass 256 KiB
    @Transactional(Transactional.TxType.MANDATORY)
    public void append(Provenance by, List<? extends DomainEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        try (var connection = database.getConnection();
                var append = connection.prepareStatement(APPEND)) {
            for (var event : events) {
                bind(append, by, event);
                append.addBatch();
            }
            append.executeBatch();
        } catch (SQLException e) {
            throw new RecordUnavailable(e);
        }
        events.forEach(this::tellTheCaller);
        transaction.registerInterposedSynchronization(new NudgeAfterCommit(nudge));
    }

    private void bind(PreparedStatement append, Provenance by, DomainEvent event)
            throws SQLException {
        var aggregate = event.aggregate();
        var change = write(event.changes());
        var state = event.state() == null ? null : write(event.state());
        refuseTooLarge(change, state);
        append.setObject(1, UuidCreator.getTimeOrderedEpoch());
        append.setObject(2, event.productId());
        append.setString(3, aggregate.type());
        append.setObject(4, aggregate.id());
        append.setLong(5, aggregate.version());
        append.setString(6, typeOf(aggregate.type(), event.happened()));
        append.setString(7, by.actor());
        append.setString(8, by.onBehalfOf());
        append.setString(9, event.reason());
        append.setString(10, change);
        append.setString(11, state);
        append.setString(12, by.requestId());
        append.setObject(13, by.causeId());
        append.setString(14, by.traceparent());
    }

    private String typeOf(String aggregate, String happened) {
        return "steward." + config.publisher() + "." + aggregate + "." + happened + ".v1";
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "an event that cannot be written: " + value.getClass(), e);
        }
    }

    private static void refuseTooLarge(String change, @Nullable String state) {
        var bytes =
                change.getBytes(StandardCharsets.UTF_8).length
                        + (state == null ? 0 : state.getBytes(StandardCharsets.UTF_8).length);
        if (bytes > LARGEST_EVENT) {
            throw new TooLarge(
                    "The resource would be "
                            + bytes
                            + " bytes as an event; the most is "
                            + LARGEST_EVENT
                            + ".");
        }
    }

    private void tellTheCaller(DomainEvent event) {
        // A reaction to a Kafka record has no caller to tell.
        if (Arc.container().requestContext().isActive()) {
            UUID id = event.aggregate().id();
            written.add(event.aggregate().type(), id, event.aggregate().version());
        }
    }

    private record NudgeAfterCommit(Nudge nudge) implements Synchronization {
        @Override
        public void beforeCompletion() {}

        @Override
        public void afterCompletion(int status) {
            nudge.now();
        }
    }
}
