package dev.steward.platform.messaging.consume;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.steward.platform.messaging.store.EventContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/// An event of another service, as it arrived.
///
/// @param type `steward.backlog.item.estimated.v1`
/// @param subject the aggregate's id
/// @param version the aggregate's version after the event; compare `(epoch, version)`
/// @param state null when the aggregate was deleted
public record IncomingEvent(
        UUID id,
        String type,
        UUID subject,
        UUID productId,
        int epoch,
        long version,
        String actor,
        Instant at,
        @Nullable String requestId,
        @Nullable String traceparent,
        JsonNode change,
        @Nullable JsonNode state) {

    /// Lenient, unlike the HTTP doors: a publisher may add fields at any time.
    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .build();

    private static final ObjectReader TREE = JSON.reader();

    /// The type alone, to skip unknown ones without reading the body.
    public static String typeOf(ConsumerRecord<String, byte[]> record) {
        var type = record.headers().lastHeader("ce_type");
        return type == null ? "" : new String(type.value(), StandardCharsets.UTF_8);
    }

    public static IncomingEvent of(Headers headers, byte[] body) {
        try {
            var data = TREE.readTree(body);
            var state = data.get("state");
            return new IncomingEvent(
                    UUID.fromString(required(headers, "ce_id")),
                    required(headers, "ce_type"),
                    UUID.fromString(required(headers, "ce_subject")),
                    UUID.fromString(required(headers, "ce_productid")),
                    Integer.parseInt(required(headers, "ce_epoch")),
                    Long.parseLong(required(headers, "ce_aggregateversion")),
                    required(headers, "ce_actor"),
                    Instant.parse(required(headers, "ce_time")),
                    optional(headers, "ce_requestid"),
                    optional(headers, "traceparent"),
                    data.path("change"),
                    state == null || state.isNull() ? null : state);
        } catch (IOException e) {
            // Not transient: bytes that are no JSON stay so.
            throw new MalformedEvent(e.getMessage());
        } catch (UncheckedIOException
                | IllegalArgumentException
                | java.time.format.DateTimeParseException e) {
            throw new MalformedEvent(e.getMessage());
        }
    }

    /// The state in the reader's own words: a record with the fields that it uses.
    public <T> T state(Class<T> reading) {
        if (state == null) {
            throw new MalformedEvent(type + " of a deleted " + subject + " has no state");
        }
        return convert(state, reading);
    }

    public <T> T change(Class<T> reading) {
        return convert(change, reading);
    }

    /// The provenance of what is done because of this event.
    public EventContext provenance(String reaction) {
        return new EventContext("system:" + reaction, actor, requestId, id, traceparent);
    }

    private <T> T convert(JsonNode node, Class<T> reading) {
        try {
            return JSON.treeToValue(node, reading);
        } catch (IOException e) {
            throw new MalformedEvent(type + ": " + e.getMessage());
        }
    }

    private static String required(Headers headers, String name) {
        var value = optional(headers, name);
        if (value == null) {
            throw new MalformedEvent("header " + name + " is missing");
        }
        return value;
    }

    private static @Nullable String optional(Headers headers, String name) {
        var header = headers.lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
