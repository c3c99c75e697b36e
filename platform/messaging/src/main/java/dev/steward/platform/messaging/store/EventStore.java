package dev.steward.platform.messaging.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.f4b6a3.uuid.UuidCreator;
import dev.steward.platform.database.Database;
import dev.steward.platform.database.SqlArray;
import dev.steward.platform.web.problem.TooLarge;
import dev.steward.platform.web.request.WrittenVersions;
import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Appends what happened, in the transaction in which it happened: the event row and its outbox
/// pointer in one statement. After the commit the relay is woken.
@ApplicationScoped
public class EventStore {

    /// An event larger than this is refused here, so that no row can be unsendable.
    static final int LARGEST_EVENT = 512 * 1024;

    /// Any number of events in one round trip; pointers in their order. Arrays, because PostgreSQL
    /// reads the changes and states once that way: inside one JSON it would read them twice.
    private static final String APPEND =
            """
            with happened as materialized (
                select * from unnest(:ids, :products, :aggregateTypes, :aggregates, :versions, :types, :reasons,
                    :changes, :states) with ordinality
                as r (id, product_id, aggregate_type, aggregate_id, version, type, reason, change, state, place)),
            appended as (
                insert into event (id, product_id, aggregate_type, aggregate_id, version, epoch, type, actor,
                    on_behalf_of, reason, change, state, request_id, cause_id, traceparent)
                select id, product_id, aggregate_type, aggregate_id, version, (select epoch from publisher), type,
                    :actor, :onBehalfOf, reason, change::jsonb, state::jsonb, :requestId, cast(:causeId as uuid),
                    :traceparent
                from happened order by place)
            insert into outbox (event_id) select id from happened order by place
            """;

    private record Row(
            UUID id,
            UUID productId,
            String aggregateType,
            UUID aggregateId,
            long version,
            String type,
            @Nullable String reason,
            String change,
            @Nullable String state) {}

    private final Database database;
    private final ObjectMapper json;
    private final MessagingConfig config;
    private final RelaySignal relaySignal;
    private final TransactionSynchronizationRegistry transaction;
    private final WrittenVersions written;

    EventStore(
            Database database,
            ObjectMapper json,
            MessagingConfig config,
            RelaySignal relaySignal,
            TransactionSynchronizationRegistry transaction,
            WrittenVersions written) {
        this.database = database;
        this.json = json;
        this.config = config;
        this.relaySignal = relaySignal;
        this.transaction = transaction;
        this.written = written;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void append(EventContext by, DomainEvent event) {
        append(by, List.of(event));
    }

    /// @throws TooLarge when an event's change and state pass 512 KiB
    @Transactional(Transactional.TxType.MANDATORY)
    public void append(EventContext by, List<? extends DomainEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        write(by, events.stream().map(this::row).toList());
        events.forEach(this::addToResponse);
        transaction.registerInterposedSynchronization(new SignalAfterCommit(relaySignal));
    }

    private void write(EventContext by, List<Row> rows) {
        database.update(
                APPEND,
                append ->
                        append.bind("ids", uuids(rows, Row::id))
                                .bind("products", uuids(rows, Row::productId))
                                .bind("aggregateTypes", texts(rows, Row::aggregateType))
                                .bind("aggregates", uuids(rows, Row::aggregateId))
                                .bind(
                                        "versions",
                                        SqlArray.bigints(rows.stream().map(Row::version).toList()))
                                .bind("types", texts(rows, Row::type))
                                .bind("reasons", texts(rows, Row::reason))
                                .bind("changes", texts(rows, Row::change))
                                .bind("states", texts(rows, Row::state))
                                .bind("actor", by.actor())
                                .bind("onBehalfOf", by.onBehalfOf())
                                .bind("requestId", by.requestId())
                                .bind("causeId", by.causeId())
                                .bind("traceparent", by.traceparent()));
    }

    private static SqlArray uuids(List<Row> rows, Function<Row, UUID> column) {
        return SqlArray.uuids(rows.stream().map(column).toList());
    }

    private static SqlArray texts(List<Row> rows, Function<Row, @Nullable String> column) {
        return SqlArray.texts(rows.stream().map(column).toList());
    }

    private Row row(DomainEvent event) {
        var aggregate = event.aggregate();
        var change = write(event.changes());
        var state = event.state() == null ? null : write(event.state());
        refuseTooLarge(change, state);
        return new Row(
                UuidCreator.getTimeOrderedEpoch(),
                event.productId(),
                aggregate.type(),
                aggregate.id(),
                aggregate.version(),
                typeOf(aggregate.type(), event.happened()),
                event.reason(),
                change,
                state);
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

    private void addToResponse(DomainEvent event) {
        // A reaction to a Kafka record has no caller to tell.
        if (Arc.container().requestContext().isActive()) {
            UUID id = event.aggregate().id();
            written.add(event.aggregate().type(), id, event.aggregate().version());
        }
    }

    private record SignalAfterCommit(RelaySignal relaySignal) implements Synchronization {
        @Override
        public void beforeCompletion() {}

        @Override
        public void afterCompletion(int status) {
            relaySignal.now();
        }
    }
}
