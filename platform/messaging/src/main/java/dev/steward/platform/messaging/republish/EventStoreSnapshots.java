package dev.steward.platform.messaging.republish;

import dev.steward.platform.messaging.store.MessagingConfig;
import dev.steward.platform.messaging.store.RecordUnavailable;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// Snapshots from the event store: the last event of an aggregate holds its state, or says that it
/// was deleted. The events of a product are read in the order in which they were written; those
/// that are the last of their aggregate are published again. So a step costs the same however long
/// the history is. A snapshot names the same actor as the event it repeats: a reaction may have
/// waited for it.
@ApplicationScoped
class EventStoreSnapshots {

    /// @param next where the next step begins; null after the last one
    record Step(int snapshots, @Nullable String next) {}

    /// Of what was appended after the republish began, its own event tells.
    private static final String STEP =
            """
            with page as materialized (
                select id, at, aggregate_type, aggregate_id, version, actor, state from event
                where product_id = ? and (at, id) > (?::timestamptz, ?::uuid) and at <= ?
                order by at, id limit 500),
            stated as (
                insert into outbox (snapshot)
                select jsonb_build_object('productId', ?::uuid, 'state', p.state, 'attributes', jsonb_build_object(
                    'id', gen_random_uuid(), 'type', 'steward.' || ?::text || '.' || p.aggregate_type || '.snapshot.v1',
                    'subject', p.aggregate_id, 'aggregateversion', p.version, 'epoch', (select epoch from publisher),
                    'actor', p.actor,
                    'time', to_char(p.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')))
                from page p
                where p.aggregate_type <> all (?)
                    and not exists (
                        select from event e
                        where e.aggregate_type = p.aggregate_type and e.aggregate_id = p.aggregate_id
                            and e.version > p.version)
                order by p.at, p.id
                returning 1)
            select (select count(*) from stated)::int as snapshots,
                (select to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') || ' ' || id
                 from page order by at desc, id desc limit 1) as next
            """;

    private static final String BEGINNING =
            "1970-01-01T00:00:00Z 00000000-0000-0000-0000-000000000000";

    private final DataSource database;
    private final MessagingConfig config;

    EventStoreSnapshots(DataSource database, MessagingConfig config) {
        this.database = database;
        this.config = config;
    }

    /// @param others aggregate types of which the service itself makes the snapshots
    Step step(UUID product, @Nullable String position, Instant until, Collection<String> others) {
        var behind = (position == null ? BEGINNING : position).split(" ");
        try (var connection = database.getConnection();
                var step = connection.prepareStatement(STEP)) {
            step.setObject(1, product);
            step.setString(2, behind[0]);
            step.setString(3, behind[1]);
            step.setObject(4, until.atOffset(ZoneOffset.UTC));
            step.setObject(5, product);
            step.setString(6, config.publisher());
            step.setArray(7, connection.createArrayOf("text", others.toArray()));
            try (var row = step.executeQuery()) {
                row.next();
                return new Step(row.getInt("snapshots"), row.getString("next"));
            }
        } catch (SQLException e) {
            throw new RecordUnavailable(e);
        }
    }
}
