package dev.steward.backlog.order.proposal;

import dev.steward.backlog.order.rank.Rank;
import dev.steward.platform.access.Person;
import dev.steward.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.result.RowView;
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

    private final Database database;

    ManualMoveQuery(Database database) {
        this.database = database;
    }

    /// The newest first.
    List<ManualMove> since(UUID productId, Instant since) {
        return database.query(
                SINCE,
                query ->
                        query.bind("product", productId)
                                .bind("since", since)
                                .map(ManualMoveQuery::move)
                                .list());
    }

    private static ManualMove move(RowView row) {
        return new ManualMove(
                row.getColumn("item", UUID.class),
                new Rank(row.getColumn("origin", String.class)),
                row.getColumn("order_version", Long.class),
                row.getColumn("at", Instant.class),
                Person.of(row, "actor", "actor_name"),
                Person.orNull(row, "other", "other_name"),
                row.getColumn("reason", String.class));
    }
}
