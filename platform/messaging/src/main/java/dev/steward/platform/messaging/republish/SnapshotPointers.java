package dev.steward.platform.messaging.republish;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.f4b6a3.uuid.UuidCreator;
import dev.steward.platform.messaging.store.MessagingConfig;
import dev.steward.platform.messaging.store.RecordUnavailable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/// Outbox pointers with a payload of their own: what a service says to others and does not record
/// as an event.
@ApplicationScoped
class SnapshotPointers {

    static final UUID NO_PRODUCT = new UUID(0, 0);

    private final DataSource database;
    private final MessagingConfig config;
    private final ObjectMapper json;
    private final Clock clock;

    SnapshotPointers(DataSource database, MessagingConfig config, ObjectMapper json, Clock clock) {
        this.database = database;
        this.config = config;
        this.json = json;
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
        try (var connection = database.getConnection();
                var insert =
                        connection.prepareStatement(
                                "insert into outbox (snapshot) values (?::jsonb)")) {
            for (var pointer : pointers) {
                insert.setString(1, json.writeValueAsString(pointer));
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new RecordUnavailable(e);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a state that cannot be written", e);
        }
    }
}
