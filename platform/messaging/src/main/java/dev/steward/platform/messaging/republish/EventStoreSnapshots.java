package dev.steward.platform.messaging.republish;

import dev.steward.platform.database.Database;
import dev.steward.platform.database.SqlArray;
import dev.steward.platform.messaging.store.MessagingConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
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
                where product_id = :product and (at, id) > (cast(:at as timestamptz), cast(:id as uuid)) and at <= :until
                order by at, id limit 500),
            stated as (
                insert into outbox (snapshot)
                select jsonb_build_object('productId', cast(:product as uuid), 'state', p.state, 'attributes', jsonb_build_object(
                    'id', gen_random_uuid(), 'type', 'steward.' || cast(:publisher as text) || '.' || p.aggregate_type || '.snapshot.v1',
                    'subject', p.aggregate_id, 'aggregateversion', p.version, 'epoch', (select epoch from publisher),
                    'actor', p.actor,
                    'time', to_char(p.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')))
                from page p
                where p.aggregate_type <> all (:others)
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

    private final Database database;
    private final MessagingConfig config;

    EventStoreSnapshots(Database database, MessagingConfig config) {
        this.database = database;
        this.config = config;
    }

    /// @param others aggregate types of which the service itself makes the snapshots
    Step step(UUID product, @Nullable String position, Instant until, Collection<String> others) {
        var behind = (position == null ? BEGINNING : position).split(" ");
        return database.query(
                STEP,
                query ->
                        query.bind("product", product)
                                .bind("at", behind[0])
                                .bind("id", behind[1])
                                .bind("until", until)
                                .bind("publisher", config.publisher())
                                .bind("others", SqlArray.texts(others))
                                .map(row ->
                                        new Step(
                                                row.getColumn("snapshots", Integer.class),
                                                row.getColumn("next", String.class)))
                                .one());
    }
}
