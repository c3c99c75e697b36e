package dev.steward.feedback.customer;

import static java.util.stream.Collectors.toMap;

import dev.steward.feedback.identity.ExternalId;
import dev.steward.platform.database.Database;
import dev.steward.platform.database.Json;
import dev.steward.platform.database.SqlArray;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The customers of all products.
@ApplicationScoped
class Customers implements PanacheRepositoryBase<Customer, UUID> {

    private static final String INSERT_UNCONFIRMED =
            """
            insert into customer (id, product_id, version, name, confirmed, created_at)
            select id, "productId", version, name, false, "createdAt"
            from jsonb_to_recordset(:rows::jsonb) as r (id uuid, "productId" uuid, version bigint, name text,
                "createdAt" timestamptz)
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

    private record Row(
            UUID id,
            UUID productId,
            long version,
            String name,
            Instant createdAt,
            Map<String, String> externalIds,
            Set<String> domains) {

        static Json of(Collection<Customer> customers) {
            return new Json(
                    customers.stream()
                            .map(customer ->
                                    new Row(
                                            customer.id(),
                                            customer.productId(),
                                            customer.version(),
                                            customer.name(),
                                            customer.createdAt(),
                                            customer.externalIds(),
                                            customer.domains()))
                            .toList());
        }
    }

    private final Database database;

    Customers(Database database) {
        this.database = database;
    }

    /// Until the transaction ends nobody else updates it.
    Customer lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(CustomerNotFound::new);
    }

    /// A page of customers, oldest first.
    List<Customer> page(UUID productId, @Nullable UUID after, int limit) {
        var where = "productId = :product";
        var parameters = Parameters.with("product", productId);
        if (after != null) {
            where += " and id > :after";
            parameters.and("after", after);
        }
        return find(where + " order by id", parameters).range(0, limit - 1).list();
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
                                        .collectRows(
                                                toMap(
                                                        ExternalId::of,
                                                        row ->
                                                                row.getColumn(
                                                                        "customer_id",
                                                                        UUID.class))));
    }

    /// The customers that have one of the domains.
    Map<String, UUID> byDomain(UUID productId, Collection<String> domains) {
        return domains.isEmpty()
                ? Map.of()
                : database.query(
                        BY_DOMAIN,
                        query ->
                                query.bind("product", productId)
                                        .bind("domains", SqlArray.texts(domains))
                                        .collectRows(
                                                toMap(
                                                        row ->
                                                                row.getColumn(
                                                                        "domain", String.class),
                                                        row ->
                                                                row.getColumn(
                                                                        "customer_id",
                                                                        UUID.class))));
    }

    /// New ones that entries have named, with their external ids, in two statements.
    void insertUnconfirmed(Collection<Customer> customers) {
        var rows = Row.of(customers);
        database.update(INSERT_UNCONFIRMED, insert -> insert.bind("rows", rows));
        database.update(SAVE_IDS, update -> update.bind("rows", rows));
    }

    /// Writes their external ids and domains, in two statements however many they are.
    void saveIdentifiers(Collection<Customer> customers) {
        var rows = Row.of(customers);
        database.update(SAVE_IDS, update -> update.bind("rows", rows));
        if (customers.stream().anyMatch(customer -> !customer.domains().isEmpty())) {
            database.update(SAVE_DOMAINS, update -> update.bind("rows", rows));
        }
    }
}
