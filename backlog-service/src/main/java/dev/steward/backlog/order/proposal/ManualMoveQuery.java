package dev.steward.backlog.order.proposal;

import dev.steward.backlog.order.rank.Rank;
import dev.steward.platform.access.Person;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/// Reads from the events which items people moved by hand.
@ApplicationScoped
class ManualMoveQuery {

    /// @param from the item's rank before the move
    /// @param onBehalfOf for whom the person acted; null when they acted alone
    record ManualMove(
            UUID item,
            Rank from,
            long orderVersion,
            Instant at,
            Person by,
            @Nullable Person onBehalfOf,
            @Nullable String reason) {}

    /// Limits the events that are read and the moves taken from them; the newest are used.
    private static final String SINCE =
            """
            select cast(m.move ->> 'id' as uuid) as item, m.move ->> 'from' as origin,
                e.order_version as order_version, e.at as at, e.reason as reason,
                e.actor as actor, a.name as actor_name, e.on_behalf_of as other, o.name as other_name
            from (
                select version, cast(state ->> 'orderVersion' as bigint) as order_version, at, reason,
                    actor, on_behalf_of, change -> 'moves' as moves
                from event
                where aggregate_type = 'order' and aggregate_id = :product and at > :since
                    and change ->> 'kind' = 'MOVE'
                order by version desc limit 1000) e
            cross join lateral jsonb_array_elements(e.moves) as m (move)
            left join person a on a.subject = e.actor
            left join person o on o.subject = e.on_behalf_of
            where m.move -> 'madeRoom' is null
            order by e.version desc limit 20000
            """;

    private final Session database;

    ManualMoveQuery(Session database) {
        this.database = database;
    }

    /// The newest first.
    List<ManualMove> since(UUID productId, Instant since) {
        return database
                .createNativeQuery(SINCE, Tuple.class)
                .setParameter("product", productId)
                .setParameter("since", since)
                .getResultList()
                .stream()
                .map(row ->
                        new ManualMove(
                                row.get("item", UUID.class),
                                new Rank(row.get("origin", String.class)),
                                row.get("order_version", Long.class),
                                row.get("at", Instant.class),
                                new Person(
                                        row.get("actor", String.class),
                                        row.get("actor_name", String.class)),
                                other(row),
                                row.get("reason", String.class)))
                .toList();
    }

    private static @Nullable Person other(Tuple row) {
        var subject = row.get("other", String.class);
        return subject == null ? null : new Person(subject, row.get("other_name", String.class));
    }
}
