package dev.steward.platform.messaging.consume;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.steward.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Writes what is newer into a projection's table, all events of a poll in one statement.
@ApplicationScoped
public class Projection {

    private final Database database;

    Projection(Database database) {
        this.database = database;
    }

    /// @param upsert one statement with the parameter `:events`, the rows as JSON: read them with
    ///   `jsonb_to_recordset(cast(:events as jsonb)) as r (id uuid, "productId" uuid, epoch int,
    ///   version bigint, deleted boolean, state jsonb)` and write them with `on conflict … do
    ///   update … where (excluded.epoch, excluded.version) > (t.epoch, t.version)`. At most one row
    ///   per aggregate: its newest.
    /// @return rows written
    @Transactional(Transactional.TxType.MANDATORY)
    public int upsert(String upsert, List<IncomingEvent> events) {
        var rows = rows(newest(events)).toString();
        return database.update(upsert, update -> update.bind("events", rows));
    }

    /// The newest event of each aggregate, in order of first appearance.
    public static Collection<IncomingEvent> newest(List<IncomingEvent> events) {
        Map<UUID, IncomingEvent> newest = new LinkedHashMap<>();
        for (var event : events) {
            newest.merge(event.subject(), event, (a, b) -> isNewer(b, a) ? b : a);
        }
        return newest.values();
    }

    private static boolean isNewer(IncomingEvent a, IncomingEvent b) {
        return a.epoch() != b.epoch() ? a.epoch() > b.epoch() : a.version() > b.version();
    }

    private static ArrayNode rows(Collection<IncomingEvent> events) {
        var rows = JsonNodeFactory.instance.arrayNode(events.size());
        for (var event : events) {
            var row =
                    rows.addObject()
                            .put("id", event.subject().toString())
                            .put("productId", event.productId().toString())
                            .put("epoch", event.epoch())
                            .put("version", event.version())
                            .put("deleted", event.state() == null);
            if (event.state() != null) {
                row.set("state", event.state());
            }
        }
        return rows;
    }
}
