package dev.steward.feedback.demand;

import dev.steward.platform.database.Database;
import dev.steward.platform.database.SqlArray;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/// The stored demand of all items.
@ApplicationScoped
class Demands implements PanacheRepositoryBase<ItemDemand, UUID> {

    private static final String INSERT_MISSING =
            """
            insert into demand (item_id, product_id, version, companies, individuals, individuals_cap, half_life,
                as_of, company_count, person_count)
            select distinct l.item_id, l.product_id, 0, 0, 0, :individualsCap::numeric, :halfLife::int, :asOf::date, 0, 0
            from link l where l.item_id = any (:items) order by l.item_id
            on conflict (item_id) do nothing
            """;
    private static final String LOCK =
            "select item_id from demand where item_id = any (:items) order by item_id for update";

    private final Database database;

    Demands(Database database) {
        this.database = database;
    }

    /// Locks the rows in the order of ids, which prevents deadlocks; inserts the missing ones.
    List<ItemDemand> lock(Collection<UUID> items, Demand none) {
        database.update(
                INSERT_MISSING,
                update -> update.bindMethods(none).bind("items", SqlArray.uuids(items)));
        var locked =
                database.query(
                        LOCK,
                        query ->
                                query.bind("items", SqlArray.uuids(items))
                                        .mapTo(UUID.class)
                                        .list());
        return getSession().findMultiple(ItemDemand.class, locked);
    }
}
