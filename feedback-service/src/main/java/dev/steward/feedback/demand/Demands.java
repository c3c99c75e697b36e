package dev.steward.feedback.demand;

import dev.steward.feedback.database.Row;
import dev.steward.feedback.database.Rows;
import dev.steward.feedback.database.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Reads and writes the stored demand of items.
@ApplicationScoped
class Demands {

    private static final String SELECT =
            """
            select item_id, product_id, version, companies, individuals, individuals_cap, half_life, as_of,
                company_count, person_count
            from demand where item_id = any (?::uuid[]) order by item_id
            """;
    private static final String OPEN =
            """
            insert into demand (item_id, product_id, version, companies, individuals, individuals_cap, half_life,
                as_of, company_count, person_count)
            select distinct l.item_id, l.product_id, 0, 0, 0, ?::numeric, ?::int, ?::date, 0, 0
            from link l where l.item_id = any (?::uuid[]) order by l.item_id
            on conflict (item_id) do nothing
            """;
    private static final String SAVE =
            """
            update demand d set version = r.version, companies = r.companies, individuals = r.individuals,
                individuals_cap = r."individualsCap", half_life = r."halfLife", as_of = r."asOf",
                company_count = r."companyCount", person_count = r."personCount"
            from jsonb_to_recordset(?::jsonb) as r ("itemId" uuid, version bigint, companies numeric,
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

    private final Statements statements;

    Demands(Statements statements) {
        this.statements = statements;
    }

    Optional<ItemDemand> find(UUID itemId) {
        return statements.first(SELECT, Demands::read, List.of(itemId));
    }

    /// Locks the rows in the order of ids, which prevents deadlocks; inserts the missing ones.
    List<ItemDemand> lock(Collection<UUID> items, Demand none) {
        statements.execute(OPEN, none.individualsCap(), none.halfLife(), none.asOf(), items);
        return statements.list(SELECT + "for update", Demands::read, items);
    }

    void save(List<ItemDemand> changed) {
        statements.execute(SAVE, new Rows(changed.stream().map(Demands::saved).toList()));
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

    private static ItemDemand read(Row row) throws SQLException {
        return new ItemDemand(
                row.id("item_id"),
                row.id("product_id"),
                row.version(),
                new Demand(
                        row.decimal("companies"),
                        row.decimal("individuals"),
                        row.decimal("individuals_cap"),
                        row.number("half_life"),
                        row.date("as_of"),
                        row.number("company_count"),
                        row.number("person_count")));
    }
}
