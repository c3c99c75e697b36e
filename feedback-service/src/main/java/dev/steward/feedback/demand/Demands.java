package dev.steward.feedback.demand;

import dev.steward.platform.database.Database;
import dev.steward.platform.database.Json;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.result.RowView;

/// Reads and writes the stored demand of items.
@ApplicationScoped
class Demands {

    private static final String SELECT =
            """
            select item_id, product_id, version, companies, individuals, individuals_cap, half_life, as_of,
                company_count, person_count
            from demand where item_id = any (:items) order by item_id
            """;
    private static final String OPEN =
            """
            insert into demand (item_id, product_id, version, companies, individuals, individuals_cap, half_life,
                as_of, company_count, person_count)
            select distinct l.item_id, l.product_id, 0, 0, 0, :individualsCap::numeric, :halfLife::int, :asOf::date, 0, 0
            from link l where l.item_id = any (:items) order by l.item_id
            on conflict (item_id) do nothing
            """;
    private static final String SAVE =
            """
            update demand d set version = r.version, companies = r.companies, individuals = r.individuals,
                individuals_cap = r."individualsCap", half_life = r."halfLife", as_of = r."asOf",
                company_count = r."companyCount", person_count = r."personCount"
            from jsonb_to_recordset(:rows::jsonb) as r ("itemId" uuid, version bigint, companies numeric,
                individuals numeric, "individualsCap" numeric, "halfLife" int, "asOf" date, "companyCount" int,
                "personCount" int)
            where d.item_id = r."itemId"
            """;

    private record Saved(
            UUID itemId,
            long version,
            BigDecimal companies,
            BigDecimal individuals,
            BigDecimal individualsCap,
            int halfLife,
            LocalDate asOf,
            int companyCount,
            int personCount) {}

    private final Database database;

    Demands(Database database) {
        this.database = database;
    }

    Optional<ItemDemand> find(UUID itemId) {
        return read(SELECT, List.of(itemId)).stream().findFirst();
    }

    /// Locks the rows in the order of ids, which prevents deadlocks; inserts the missing ones.
    List<ItemDemand> lock(Collection<UUID> items, Demand none) {
        database.update(
                OPEN, update -> update.bindMethods(none).bindArray("items", UUID.class, items));
        return read(SELECT + "for update", items);
    }

    void save(List<ItemDemand> changed) {
        var rows = new Json(changed.stream().map(Demands::saved).toList());
        database.update(SAVE, update -> update.bind("rows", rows));
    }

    private List<ItemDemand> read(String sql, Collection<UUID> items) {
        return database.query(
                sql,
                query -> query.bindArray("items", UUID.class, items).map(Demands::item).list());
    }

    private static Saved saved(ItemDemand item) {
        var demand = item.demand();
        return new Saved(
                item.itemId(),
                item.version(),
                demand.companies(),
                demand.individuals(),
                demand.individualsCap(),
                demand.halfLife(),
                demand.asOf(),
                demand.companyCount(),
                demand.personCount());
    }

    private static ItemDemand item(RowView row) {
        return new ItemDemand(
                row.getColumn("item_id", UUID.class),
                row.getColumn("product_id", UUID.class),
                row.getColumn("version", Long.class),
                new Demand(
                        row.getColumn("companies", BigDecimal.class),
                        row.getColumn("individuals", BigDecimal.class),
                        row.getColumn("individuals_cap", BigDecimal.class),
                        row.getColumn("half_life", Integer.class),
                        row.getColumn("as_of", LocalDate.class),
                        row.getColumn("company_count", Integer.class),
                        row.getColumn("person_count", Integer.class)));
    }
}
