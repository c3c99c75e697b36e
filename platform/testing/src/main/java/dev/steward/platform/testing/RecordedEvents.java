package dev.steward.platform.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// Reads a service's event record, as history and the relay do.
public final class RecordedEvents {

    /// @param state null when the aggregate was deleted
    public record Recorded(
            UUID id,
            UUID productId,
            String aggregateType,
            UUID aggregateId,
            long version,
            String type,
            String actor,
            JsonNode change,
            @Nullable JsonNode state) {}

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SELECT =
            "select id, product_id, aggregate_type, aggregate_id, version, type, actor, change, state from event ";

    private final DataSource database;

    public RecordedEvents(DataSource database) {
        this.database = database;
    }

    /// All events of one aggregate, oldest first.
    public List<Recorded> of(UUID aggregateId) {
        return query(SELECT + "where aggregate_id = ? order by version", aggregateId);
    }

    /// All events of one product in the order in which they were appended.
    public List<Recorded> ofProduct(UUID productId) {
        return query(SELECT + "where product_id = ? order by at, id", productId);
    }

    /// The newest event of a type, for example `steward.backlog.item.created.v1`.
    public Recorded last(String type) {
        return query(SELECT + "where type = ? order by at desc, id desc limit 1", type).getFirst();
    }

    /// How many outbox pointers still wait for the relay.
    public long waiting() {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from outbox")) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Recorded> query(String sql, Object parameter) {
        List<Recorded> found = new ArrayList<>();
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(sql)) {
            select.setObject(1, parameter);
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    found.add(recorded(row));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return found;
    }

    private static Recorded recorded(ResultSet row) throws SQLException {
        try {
            var state = row.getString("state");
            return new Recorded(
                    row.getObject("id", UUID.class),
                    row.getObject("product_id", UUID.class),
                    row.getString("aggregate_type"),
                    row.getObject("aggregate_id", UUID.class),
                    row.getLong("version"),
                    row.getString("type"),
                    row.getString("actor"),
                    JSON.readTree(row.getString("change")),
                    state == null ? null : JSON.readTree(state));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
