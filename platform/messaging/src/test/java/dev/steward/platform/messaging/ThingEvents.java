package dev.steward.platform.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.UUID;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/// Events of the publisher `other` about its things, as they stand in Kafka.
public final class ThingEvents {

    private ThingEvents() {}

    /// The name of a thing tells its version.
    public static byte[] renamedTo(long version) {
        return "{\"change\":{},\"state\":{\"name\":\"v%d\"}}".formatted(version).getBytes(UTF_8);
    }

    public static Headers headers(UUID thing, long version) {
        var headers = new RecordHeaders();
        Map.of(
                        "ce_id",
                        UUID.randomUUID().toString(),
                        "ce_type",
                        "steward.other.thing.renamed.v1",
                        "ce_subject",
                        thing.toString(),
                        "ce_productid",
                        thing.toString(),
                        "ce_epoch",
                        "1",
                        "ce_aggregateversion",
                        String.valueOf(version),
                        "ce_actor",
                        "olivia",
                        "ce_time",
                        "2026-01-15T09:30:00Z")
                .forEach((name, value) -> headers.add(name, value.getBytes(UTF_8)));
        return headers;
    }
}
