package dev.steward.platform.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/// One event as it crosses Kafka: `contracts/events/<publisher>/<aggregate>.<happened>.v1.json`,
/// with `key`, `headers` and `data`. The publisher's test holds what it wrote against it; each
/// consumer's test feeds it to its own door.
public final class GoldenSample {

    private static final ObjectMapper JSON =
            new ObjectMapper()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    private final String publisher;
    private final ObjectNode content;

    private GoldenSample(String publisher, ObjectNode content) {
        this.publisher = publisher;
        this.content = content;
    }

    /// @param event `item.estimated`
    public static GoldenSample read(String publisher, String event) {
        try {
            return new GoldenSample(
                    publisher, (ObjectNode) JSON.readTree(file(publisher, event).toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Holds an event that the service recorded against its golden sample: the same headers, the
    /// same fields, the same types. With `-Dsteward.golden.write=true` it writes the sample
    /// instead, for a new event; review the difference.
    public static void assertMatches(
            String publisher, String event, RecordedEvents.Recorded recorded) {
        var actual = of(recorded);
        if (Boolean.getBoolean("steward.golden.write")) {
            write(file(publisher, event), actual);
        }
        var expected = read(publisher, event).content;
        var difference = Shape.difference("", expected, actual);
        if (difference.isPresent()) {
            throw new AssertionError(
                    "The event differs from contracts/events/"
                            + publisher
                            + "/"
                            + event
                            + ".v1.json at "
                            + difference.get());
        }
    }

    /// The same sample about another aggregate of another product.
    public GoldenSample about(UUID productId, UUID subject, long version) {
        var copy = content.deepCopy();
        copy.put("key", productId.toString());
        headers(copy)
                .put("ce_id", UUID.randomUUID().toString())
                .put("ce_productid", productId.toString())
                .put("ce_subject", subject.toString())
                .put("ce_aggregateversion", String.valueOf(version));
        if (copy.at("/data/state") instanceof ObjectNode state && state.has("id")) {
            state.put("id", subject.toString());
        }
        if (copy.at("/data/state") instanceof ObjectNode state && state.has("productId")) {
            state.put("productId", productId.toString());
        }
        return new GoldenSample(publisher, copy);
    }

    /// The same sample with one field of the state changed.
    public GoldenSample withState(String field, Object value) {
        var copy = content.deepCopy();
        ((ObjectNode) copy.at("/data/state")).set(field, JSON.valueToTree(value));
        return new GoldenSample(publisher, copy);
    }

    /// The deletion of the sample's aggregate.
    public GoldenSample withoutState() {
        var copy = content.deepCopy();
        ((ObjectNode) copy.get("data")).putNull("state");
        return new GoldenSample(publisher, copy);
    }

    public GoldenSample ofType(String type) {
        var copy = content.deepCopy();
        headers(copy).put("ce_type", type);
        return new GoldenSample(publisher, copy);
    }

    public String publisher() {
        return publisher;
    }

    public String key() {
        return content.get("key").asText();
    }

    public ObjectNode headers() {
        return headers(content);
    }

    public JsonNode data() {
        return content.get("data");
    }

    private static ObjectNode headers(ObjectNode content) {
        return (ObjectNode) content.get("headers");
    }

    private static ObjectNode of(RecordedEvents.Recorded recorded) {
        var sample = JSON.createObjectNode();
        sample.put("key", recorded.productId().toString());
        sample.putObject("headers")
                .put("ce_id", recorded.id().toString())
                .put("ce_type", recorded.type())
                .put("ce_subject", recorded.aggregateId().toString())
                .put("ce_productid", recorded.productId().toString())
                .put("ce_aggregateversion", String.valueOf(recorded.version()))
                .put("ce_epoch", "1")
                .put("ce_actor", recorded.actor())
                .put("ce_time", "2026-01-15T09:30:00Z");
        var data = sample.putObject("data");
        data.set("change", recorded.change());
        data.set("state", recorded.state());
        return sample;
    }

    private static void write(Path file, ObjectNode sample) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, JSON.writeValueAsString(sample) + "\n");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path file(String publisher, String event) {
        return Path.of(System.getProperty("steward.root", ".."))
                .resolve("contracts/events/" + publisher + "/" + event + ".v1.json");
    }
}
