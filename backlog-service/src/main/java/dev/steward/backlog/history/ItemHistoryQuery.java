package dev.steward.backlog.history;

import dev.steward.platform.access.Person;
import dev.steward.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.result.RowView;

/// Reads the events of an item, by the unique index of aggregate and version.
@ApplicationScoped
class ItemHistoryQuery {

    private static final String NEWEST_FIRST =
            """
            select e.id as id, e.version as version, e.type as type, e.at as at, e.reason as reason,
                e.change as change, e.actor as actor, a.name as actor_name,
                e.on_behalf_of as other, o.name as other_name
            from event e
            left join person a on a.subject = e.actor
            left join person o on o.subject = e.on_behalf_of
            where e.aggregate_type = 'item' and e.aggregate_id = :item and e.version < :before
            order by e.version desc limit :most
            """;

    private final Database database;

    ItemHistoryQuery(Database database) {
        this.database = database;
    }

    /// @param before only versions smaller than this
    List<ItemHistoryEntry> page(UUID itemId, long before, int limit) {
        return database.query(
                NEWEST_FIRST,
                query ->
                        query.bind("item", itemId)
                                .bind("before", before)
                                .bind("most", limit)
                                .map(ItemHistoryQuery::event)
                                .list());
    }

    private static ItemHistoryEntry event(RowView row) {
        return new ItemHistoryEntry(
                row.getColumn("id", UUID.class),
                row.getColumn("version", Long.class),
                row.getColumn("type", String.class),
                Person.of(row, "actor", "actor_name"),
                Person.orNull(row, "other", "other_name"),
                row.getColumn("at", Instant.class),
                row.getColumn("reason", String.class),
                row.getColumn("change", String.class));
    }
}
