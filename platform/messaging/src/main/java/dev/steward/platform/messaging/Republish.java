package dev.steward.platform.messaging;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// The owner speaks again: one snapshot per living aggregate at its current version, for
/// projections that are built anew. Others ignore what is not newer. Snapshots are pointer rows,
/// never events: history, audit and gap checks do not see them.
@ApplicationScoped
public class Republish {

    /// The last event of an aggregate holds its state: that is the snapshot.
    private static final String FROM_THE_RECORD =
            """
            insert into outbox (snapshot)
            select jsonb_build_object('productId', product_id, 'state', state, 'attributes', jsonb_build_object(
                'id', gen_random_uuid(), 'type', 'steward.' || ?::text || '.' || aggregate_type || '.snapshot.v1',
                'subject', aggregate_id, 'aggregateversion', version, 'epoch', (select epoch from publisher),
                'actor', 'system:republish', 'time', to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')))
            from (
                select distinct on (aggregate_type, aggregate_id) *
                from event
                where (?::uuid is null or product_id = ?::uuid) and aggregate_type <> all (?)
                order by aggregate_type, aggregate_id, version desc) last
            where state is not null
            """;

    private final DataSource database;
    private final MessagingConfig config;
    private final ObjectMapper json;
    private final List<Snapshots> own;
    private final Nudge nudge;
    private final Clock clock;

    Republish(
            DataSource database,
            MessagingConfig config,
            ObjectMapper json,
            @All List<Snapshots> own,
            Nudge nudge,
            Clock clock) {
        this.database = database;
        this.config = config;
        this.json = json;
        this.own = own;
        this.nudge = nudge;
        this.clock = clock;
    }

    /// @return how many snapshots wait in the outbox now
    @Transactional
    public int all(@Nullable UUID productId) {
        try (var connection = database.getConnection()) {
            var count = fromTheRecord(connection, productId);
            for (var snapshots : own) {
                count += fromTheOwner(connection, snapshots, productId);
            }
            nudge.now();
            return count;
        } catch (SQLException | com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException("republishing failed, nothing was sent", e);
        }
    }

    private int fromTheRecord(Connection connection, @Nullable UUID productId) throws SQLException {
        try (var insert = connection.prepareStatement(FROM_THE_RECORD)) {
            insert.setString(1, config.publisher());
            insert.setObject(2, productId);
            insert.setObject(3, productId);
            insert.setArray(
                    4,
                    connection.createArrayOf(
                            "text", own.stream().map(Snapshots::aggregateType).toArray()));
            return insert.executeUpdate();
        }
    }

    private int fromTheOwner(Connection connection, Snapshots source, @Nullable UUID productId)
            throws SQLException, com.fasterxml.jackson.core.JsonProcessingException {
        var epoch = epoch(connection);
        var count = 0;
        try (var insert =
                        connection.prepareStatement(
                                "insert into outbox (snapshot) values (?::jsonb)");
                var snapshots = source.of(productId)) {
            for (var snapshot : (Iterable<Snapshots.Snapshot>) snapshots::iterator) {
                insert.setString(1, json.writeValueAsString(pointer(snapshot, epoch)));
                insert.addBatch();
                count++;
            }
            insert.executeBatch();
        }
        return count;
    }

    private Map<String, Object> pointer(Snapshots.Snapshot snapshot, int epoch) {
        var aggregate = snapshot.aggregate();
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put("id", UuidCreator.getTimeOrderedEpoch());
        attributes.put(
                "type", "steward." + config.publisher() + "." + aggregate.type() + ".snapshot.v1");
        attributes.put("subject", aggregate.id());
        attributes.put("aggregateversion", aggregate.version());
        attributes.put("epoch", epoch);
        attributes.put("actor", "system:republish");
        attributes.put("time", clock.instant().toString());
        return Map.of(
                "productId",
                snapshot.productId(),
                "state",
                snapshot.state(),
                "attributes",
                attributes);
    }

    private static int epoch(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select epoch from publisher")) {
            row.next();
            return row.getInt(1);
        }
    }
}
