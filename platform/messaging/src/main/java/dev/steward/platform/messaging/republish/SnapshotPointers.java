package dev.steward.platform.messaging.republish;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.steward.platform.database.Database;
import dev.steward.platform.database.Json;
import dev.steward.platform.messaging.store.MessagingConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Outbox pointers with a payload of their own: what a service says to others and does not record
/// as an event.
@ApplicationScoped
class SnapshotPointers {

    static final UUID NO_PRODUCT = new UUID(0, 0);

    private static final String INSERT =
            "insert into outbox (snapshot) select value from jsonb_array_elements(cast(:pointers as jsonb))";

    private final Database database;
    private final MessagingConfig config;
    private final Clock clock;

    SnapshotPointers(Database database, MessagingConfig config, Clock clock) {
        this.database = database;
        this.config = config;
        this.clock = clock;
    }

    Map<String, Object> snapshot(UUID product, int epoch, SnapshotSource.Snapshot snapshot) {
        var aggregate = snapshot.aggregate();
        return Map.of(
                "productId",
                product,
                "state",
                snapshot.state(),
                "attributes",
                attributes(
                        "." + aggregate.type() + ".snapshot.v1",
                        aggregate.id(),
                        aggregate.version(),
                        epoch));
    }

    /// It goes to its partition by number.
    Map<String, Object> marker(RepublishJob job, int partition) {
        var marker =
                ofNoProduct(
                        attributes(Republish.COMPLETED, job.id(), 1, job.epoch()),
                        Map.of("epoch", job.epoch(), "partition", partition));
        marker.put("partition", partition);
        return marker;
    }

    /// @param type without the publisher
    Map<String, Object> ofNoProduct(String type, Object state) {
        return ofNoProduct(attributes(type, UuidCreator.getTimeOrderedEpoch(), 1, 1), state);
    }

    private static Map<String, Object> ofNoProduct(Map<String, Object> attributes, Object state) {
        Map<String, Object> pointer = new HashMap<>();
        pointer.put("productId", NO_PRODUCT);
        pointer.put("state", state);
        pointer.put("attributes", attributes);
        return pointer;
    }

    private Map<String, Object> attributes(String type, UUID subject, long version, int epoch) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put("id", UuidCreator.getTimeOrderedEpoch());
        attributes.put("type", "steward." + config.publisher() + type);
        attributes.put("subject", subject);
        attributes.put("aggregateversion", version);
        attributes.put("epoch", epoch);
        attributes.put("actor", "system:republish");
        attributes.put("time", clock.instant().toString());
        return attributes;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void write(List<Map<String, Object>> pointers) {
        database.update(INSERT, insert -> insert.bind("pointers", new Json(pointers)));
    }
}
