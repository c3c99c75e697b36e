package dev.steward.feedback.customer;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.steward.feedback.database.Row;
import dev.steward.feedback.database.Rows;
import dev.steward.feedback.database.Statements;
import dev.steward.feedback.identity.ExternalId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads and writes customers.
@ApplicationScoped
class Customers {

    private static final String SELECT =
            """
            select c.id, c.product_id, c.version, c.name, c.segment, c.annual_revenue, c.confirmed, c.created_at,
                (select coalesce(jsonb_object_agg(system, external_id order by position), '{}')
                    from customer_external_id e where e.customer_id = c.id) as external_ids,
                (select coalesce(jsonb_agg(domain), '[]') from customer_domain d where d.customer_id = c.id) as domains
            from customer c
            """;
    private static final String BY_EXTERNAL_ID =
            """
            select e.system, e.external_id, e.customer_id from customer_external_id e
            join jsonb_to_recordset(?::jsonb) as r (system text, id text)
                on e.system = r.system and e.external_id = r.id
            where e.product_id = ?
            """;
    private static final String BY_DOMAIN =
            "select domain, customer_id from customer_domain where product_id = ? and domain = any (?::text[])";
    private static final String PAGE =
            SELECT
                    + "where c.product_id = ? and (?::uuid is null or c.id > ?::uuid) order by c.id limit ?";
    private static final String SAVE =
            """
            insert into customer (id, product_id, version, name, segment, annual_revenue, confirmed, created_at)
            select id, "productId", version, name, segment, "annualRevenue", confirmed, "createdAt"
            from jsonb_to_recordset(?::jsonb) as r (id uuid, "productId" uuid, version bigint, name text,
                segment text, "annualRevenue" numeric, confirmed boolean, "createdAt" timestamptz)
            on conflict (id) do update set version = excluded.version, name = excluded.name,
                segment = excluded.segment, annual_revenue = excluded.annual_revenue, confirmed = excluded.confirmed
            """;
    private static final String SAVE_IDS =
            """
            insert into customer_external_id (product_id, system, external_id, customer_id)
            select "productId", i.key, i.value, r.id
            from jsonb_to_recordset(?::jsonb) as r (id uuid, "productId" uuid, "externalIds" jsonb),
                jsonb_each_text(r."externalIds") i
            on conflict (product_id, system, external_id) do update set position = default
            """;
    private static final String SAVE_DOMAINS =
            """
            insert into customer_domain (product_id, domain, customer_id)
            select "productId", d.domain, r.id
            from jsonb_to_recordset(?::jsonb) as r (id uuid, "productId" uuid, domains jsonb),
                jsonb_array_elements_text(r.domains) as d (domain)
            on conflict (product_id, domain) do nothing
            """;

    private record Found(ExternalId externalId, UUID customer) {}

    private final Statements statements;

    Customers(Statements statements) {
        this.statements = statements;
    }

    Optional<Customer> find(UUID id) {
        return statements.first(SELECT + "where c.id = ?", Customers::read, id);
    }

    /// Until the transaction ends nobody else updates it.
    Customer lock(UUID id) {
        return statements
                .first(SELECT + "where c.id = ? for no key update of c", Customers::read, id)
                .orElseThrow(CustomerNotFound::new);
    }

    List<Customer> page(UUID productId, @Nullable UUID after, int limit) {
        return statements.list(PAGE, Customers::read, productId, after, after, limit);
    }

    /// The customers that have one of the external ids.
    Map<ExternalId, UUID> byExternalId(UUID productId, Collection<ExternalId> ids) {
        return ids.isEmpty()
                ? Map.of()
                : statements
                        .list(
                                BY_EXTERNAL_ID,
                                row ->
                                        new Found(
                                                new ExternalId(
                                                        row.text("system"),
                                                        row.text("external_id")),
                                                row.id("customer_id")),
                                new Rows(ids),
                                productId)
                        .stream()
                        .collect(Collectors.toMap(Found::externalId, Found::customer));
    }

    /// The customers that have one of the domains.
    Map<String, UUID> byDomain(UUID productId, Collection<String> domains) {
        return domains.isEmpty()
                ? Map.of()
                : statements
                        .list(
                                BY_DOMAIN,
                                row -> Map.entry(row.text("domain"), row.id("customer_id")),
                                productId,
                                domains)
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    void save(Collection<Customer> customers) {
        var rows = new Rows(customers);
        statements.execute(SAVE, rows);
        statements.execute(SAVE_IDS, rows);
        if (customers.stream().anyMatch(customer -> !customer.domains().isEmpty())) {
            statements.execute(SAVE_DOMAINS, rows);
        }
    }

    private static Customer read(Row row) throws SQLException {
        return new Customer(
                row.id("id"),
                row.id("product_id"),
                row.version(),
                row.text("name"),
                row.textOrNull("segment"),
                row.decimalOrNull("annual_revenue"),
                row.flag("confirmed"),
                row.map("external_ids"),
                row.json("domains", new TypeReference<TreeSet<String>>() {}),
                row.instant("created_at"));
    }
}
