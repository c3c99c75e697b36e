package dev.steward.platform.messaging.relay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.steward.platform.messaging.store.MessagingConfig;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/// CloudEvents 1.0, Kafka's binary mode: attributes as `ce_` headers, `{"change":…,"state":…}` as
/// the value, the product as the key so that all one service says about one product has one order.
public final class CloudEvents {

    private final String topic;
    private final String source;
    private final ObjectMapper json;

    public CloudEvents(MessagingConfig config, ObjectMapper json) {
        this.topic = config.topicOf(config.publisher());
        this.source = "/steward/" + config.publisher();
        this.json = json;
    }

    ProducerRecord<String, byte[]> record(ResultSet row) throws SQLException {
        var snapshot = row.getString("snapshot");
        return snapshot == null ? event(row) : snapshot(snapshot);
    }

    private ProducerRecord<String, byte[]> event(ResultSet row) throws SQLException {
        var state = row.getString("state");
        var body =
                "{\"change\":"
                        + row.getString("change")
                        + ",\"state\":"
                        + (state == null ? "null" : state)
                        + "}";
        var record = record(null, row.getString("product_id"), body);
        header(record, "ce_id", row.getString("event_id"));
        header(record, "ce_type", row.getString("type"));
        header(record, "ce_subject", row.getString("aggregate_id"));
        header(record, "ce_time", row.getObject("at", OffsetDateTime.class).toInstant().toString());
        header(record, "ce_aggregateversion", row.getString("version"));
        header(record, "ce_epoch", row.getString("epoch"));
        header(record, "ce_actor", row.getString("actor"));
        header(record, "ce_requestid", row.getString("request_id"));
        header(record, "ce_causeid", row.getString("cause_id"));
        header(record, "traceparent", row.getString("traceparent"));
        return record;
    }

    private ProducerRecord<String, byte[]> snapshot(String snapshot) {
        try {
            var node = (ObjectNode) json.readTree(snapshot);
            var body = "{\"change\":{},\"state\":" + node.get("state") + "}";
            // A marker is of no product and says itself where it goes.
            var partition = node.hasNonNull("partition") ? node.get("partition").asInt() : null;
            var record = record(partition, node.get("productId").asText(), body);
            node.get("attributes")
                    .properties()
                    .forEach(attribute ->
                            header(
                                    record,
                                    "ce_" + attribute.getKey(),
                                    attribute.getValue().asText()));
            return record;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("PostgreSQL gave back JSON that is none", e);
        }
    }

    private ProducerRecord<String, byte[]> record(
            @Nullable Integer partition, String productId, String body) {
        var record =
                new ProducerRecord<>(
                        topic, partition, productId, body.getBytes(StandardCharsets.UTF_8));
        header(record, "ce_specversion", "1.0");
        header(record, "ce_source", source);
        header(record, "ce_productid", productId);
        header(record, "content-type", "application/json");
        return record;
    }

    private static void header(ProducerRecord<?, ?> record, String name, @Nullable String value) {
        if (value != null) {
            record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
        }
    }
}
