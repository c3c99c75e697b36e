package dev.steward.backlog.history;

import dev.steward.platform.access.Person;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads the events of an item, by the unique index of aggregate and version.
@ApplicationScoped
class ItemHistoryQuery {

    private static final String NEWEST_FIRST =
            """
            select e.id as id, e.version as version, e.type as type, e.at as at, e.reason as reason,
                cast(e.change as text) as change, e.actor as actor, a.name as actor_name,
                e.on_behalf_of as other, o.name as other_name
            from event e
            left join person a on a.subject = e.actor
            left join person o on o.subject = e.on_behalf_of
            where e.aggregate_type = 'item' and e.aggregate_id = :item and e.version < :before
            order by e.version desc
            """;

    private final EntityManager database;

    ItemHistoryQuery(EntityManager database) {
        this.database = database;
    }

    /// @param before only versions smaller than this
    List<ItemHistoryEntry> page(UUID itemId, long before, int limit) {
        List<?> rows =
                database.createNativeQuery(NEWEST_FIRST, Tuple.class)
                        .setParameter("item", itemId)
                        .setParameter("before", before)
                        .setMaxResults(limit)
                        .getResultList();
        return rows.stream().map(Tuple.class::cast).map(ItemHistoryQuery::event).toList();
    }

    private static ItemHistoryEntry event(Tuple row) {
        return new ItemHistoryEntry(
                row.get("id", UUID.class),
                row.get("version", Number.class).longValue(),
                row.get("type", String.class),
                new Person(row.get("actor", String.class), row.get("actor_name", String.class)),
                other(row),
                row.get("at", Instant.class),
                row.get("reason", String.class),
                row.get("change", String.class));
    }

    private static @Nullable Person other(Tuple row) {
        var subject = row.get("other", String.class);
        return subject == null ? null : new Person(subject, row.get("other_name", String.class));
    }
}
