package dev.steward.feedback.customer;

import dev.steward.feedback.identity.ExternalId;
import dev.steward.platform.database.Database;
import dev.steward.platform.database.Json;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.generic.GenericType;
import org.jdbi.v3.core.qualifier.QualifiedType;
import org.jdbi.v3.core.result.RowView;
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
            join jsonb_to_recordset(:ids::jsonb) as r (system text, id text)
                on e.system = r.system and e.external_id = r.id
            where e.product_id = :product
            """;
    private static final String BY_DOMAIN =
            "select domain, customer_id from customer_domain where product_id = :product and domain = any (:domains)";
    private static final String PAGE =
            SELECT
                    + "where c.product_id = :product and (:after::uuid is null or c.id > :after::uuid) order by c.id limit :limit";
    private static final String SAVE =
            """
            insert into customer (id, product_id, version, name, segment, annual_revenue, confirmed, created_at)
            select id, "productId", version, name, segment, "annualRevenue", confirmed, "createdAt"
            from jsonb_to_recordset(:rows::jsonb) as r (id uuid, "productId" uuid, version bigint, name text,
                segment text, "annualRevenue" numeric, confirmed boolean, "createdAt" timestamptz)
            on conflict (id) do update set version = excluded.version, name = excluded.name,
                segment = excluded.segment, annual_revenue = excluded.annual_revenue, confirmed = excluded.confirmed
            """;
    private static final String SAVE_IDS =
            """
            insert into customer_external_id (product_id, system, external_id, customer_id)
            select "productId", i.key, i.value, r.id
            from jsonb_to_recordset(:rows::jsonb) as r (id uuid, "productId" uuid, "externalIds" jsonb),
                jsonb_each_text(r."externalIds") i
            on conflict (product_id, system, external_id) do update set position = default
            """;
    private static final String SAVE_DOMAINS =
            """
            insert into customer_domain (product_id, domain, customer_id)
            select "productId", d.domain, r.id
            from jsonb_to_recordset(:rows::jsonb) as r (id uuid, "productId" uuid, domains jsonb),
                jsonb_array_elements_text(r.domains) as d (domain)
            on conflict (product_id, domain) do nothing
            """;

    private static final QualifiedType<Map<String, String>> EXTERNAL_IDS =
            Json.column(new GenericType<>() {});
    private static final QualifiedType<TreeSet<String>> DOMAINS =
            Json.column(new GenericType<>() {});

    private final Database database;

    Customers(Database database) {
        this.database = database;
    }

    Optional<Customer> find(UUID id) {
        return database.query(
                SELECT + "where c.id = :id",
                query -> query.bind("id", id).map(Customers::read).findOne());
    }

    /// Until the transaction ends nobody else updates it.
    Customer lock(UUID id) {
        return database.query(
                        SELECT + "where c.id = :id for no key update of c",
                        query -> query.bind("id", id).map(Customers::read).findOne())
                .orElseThrow(CustomerNotFound::new);
    }

    List<Customer> page(UUID productId, @Nullable UUID after, int limit) {
        return database.query(
                PAGE,
                query ->
                        query.bind("product", productId)
                                .bind("after", after)
                                .bind("limit", limit)
                                .map(Customers::read)
                                .list());
    }

    /// The customers that have one of the external ids.
    Map<ExternalId, UUID> byExternalId(UUID productId, Collection<ExternalId> ids) {
        return ids.isEmpty()
                ? Map.of()
                : database.query(
                        BY_EXTERNAL_ID,
                        query ->
                                query.bind("ids", new Json(ids))
                                        .bind("product", productId)
                                        .map(Customers::found)
                                        .collect(
                                                Collectors.toMap(
                                                        Map.Entry::getKey, Map.Entry::getValue)));
    }

    /// The customers that have one of the domains.
    Map<String, UUID> byDomain(UUID productId, Collection<String> domains) {
        return domains.isEmpty()
                ? Map.of()
                : database.query(
                        BY_DOMAIN,
                        query ->
                                query.bind("product", productId)
                                        .bindArray("domains", String.class, domains)
                                        .map(row ->
                                                Map.entry(
                                                        row.getColumn("domain", String.class),
                                                        row.getColumn("customer_id", UUID.class)))
                                        .collect(
                                                Collectors.toMap(
                                                        Map.Entry::getKey, Map.Entry::getValue)));
    }

    void save(Collection<Customer> customers) {
        var rows = new Json(customers);
        database.update(SAVE, update -> update.bind("rows", rows));
        database.update(SAVE_IDS, update -> update.bind("rows", rows));
        if (customers.stream().anyMatch(customer -> !customer.domains().isEmpty())) {
            database.update(SAVE_DOMAINS, update -> update.bind("rows", rows));
        }
    }

    private static Map.Entry<ExternalId, UUID> found(RowView row) {
        return Map.entry(
                new ExternalId(
                        row.getColumn("system", String.class),
                        row.getColumn("external_id", String.class)),
                row.getColumn("customer_id", UUID.class));
    }

    private static Customer read(RowView row) {
        return new Customer(
                row.getColumn("id", UUID.class),
                row.getColumn("product_id", UUID.class),
                row.getColumn("version", Long.class),
                row.getColumn("name", String.class),
                row.getColumn("segment", String.class),
                row.getColumn("annual_revenue", BigDecimal.class),
                row.getColumn("confirmed", Boolean.class),
                row.getColumn("external_ids", EXTERNAL_IDS),
                row.getColumn("domains", DOMAINS),
                row.getColumn("created_at", Instant.class));
    }
}
