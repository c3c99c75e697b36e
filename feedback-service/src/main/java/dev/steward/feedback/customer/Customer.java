package dev.steward.feedback.customer;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.steward.platform.messaging.store.Changes;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.jspecify.annotations.Nullable;

/// A company whose people submit feedback.
@Entity
class Customer {

    private static final int CENTS = 2;

    @Id private UUID id;

    private UUID productId;
    private String name;
    private @Nullable String segment;
    private @Nullable BigDecimal annualRevenue;
    private boolean confirmed;
    private Instant createdAt;
    private long version = 1;

    /// Read with the customer, and written as rows of their own by [Customers].
    @Formula(
            """
            (select coalesce(jsonb_object_agg(e.system, e.external_id order by e.position), '{}')
             from customer_external_id e where e.customer_id = id)\
            """)
    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private Map<String, String> externalIds = Map.of();

    /// As the external ids.
    @Formula(
            "(select coalesce(jsonb_agg(d.domain), '[]') from customer_domain d where d.customer_id = id)")
    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private List<String> domains = List.of();

    protected Customer() {}

    private Customer(UUID productId, String name, Instant now) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.productId = productId;
        this.name = name;
        this.createdAt = now.truncatedTo(ChronoUnit.MICROS);
    }

    static Customer create(UUID productId, NewCustomer fields, Instant now) {
        var customer = new Customer(productId, fields.name(), now);
        customer.apply(fields);
        return customer;
    }

    /// A company that nobody has described yet: a feedback entry has named it.
    static Customer unconfirmed(UUID productId, CustomerInput company, Instant now) {
        var name = company.name() == null ? company.id().id() : company.name();
        var customer = new Customer(productId, name, now);
        customer.externalIds = Map.of(company.id().system(), company.id().id());
        return customer;
    }

    CustomerEvent created() {
        return new CustomerEvent.Created(version, state());
    }

    /// Updates the customer. Fields that are null stay: a sync without revenues must not delete
    /// them.
    ///
    /// @return empty when nothing changes
    Optional<CustomerEvent> update(NewCustomer fields) {
        var before = fields();
        var confirmation = Changes.of("confirmed", confirmed, true);
        apply(fields);
        if (before.equals(fields())) {
            return Optional.empty();
        }
        version++;
        return Optional.of(new CustomerEvent.Edited(version, confirmation, state()));
    }

    private record Fields(
            String name,
            Weight weight,
            boolean confirmed,
            Map<String, String> externalIds,
            Set<String> domains) {}

    private Fields fields() {
        return new Fields(name, weight(), confirmed, externalIds, domains());
    }

    private void apply(NewCustomer fields) {
        name = fields.name();
        segment = fields.segment() == null ? segment : fields.segment();
        annualRevenue =
                fields.annualRevenue() == null
                        ? annualRevenue
                        : fields.annualRevenue().setScale(CENTS, RoundingMode.HALF_UP);
        confirmed = true;
        var ids = new TreeMap<>(externalIds);
        ids.putAll(fields.ids());
        externalIds = ids;
        var known = domains();
        known.addAll(fields.normalizedDomains());
        domains = List.copyOf(known);
    }

    /// What its people's wishes weigh by.
    record Weight(@Nullable String segment, @Nullable BigDecimal annualRevenue) {}

    Weight weight() {
        return new Weight(segment, annualRevenue);
    }

    private CustomerEvent.State state() {
        return new CustomerEvent.State(id, productId, confirmed);
    }

    UUID id() {
        return id;
    }

    UUID productId() {
        return productId;
    }

    long version() {
        return version;
    }

    String name() {
        return name;
    }

    @Nullable String segment() {
        return segment;
    }

    /// In the product's currency, 2 decimals; null when unknown.
    @Nullable BigDecimal annualRevenue() {
        return annualRevenue;
    }

    /// False while only a feedback entry has named the company.
    boolean confirmed() {
        return confirmed;
    }

    /// By system; the newest of each. The older ones still find the company.
    Map<String, String> externalIds() {
        return externalIds;
    }

    /// Of its people's e-mail addresses, in lower-case punycode.
    Set<String> domains() {
        return new TreeSet<>(domains);
    }

    Instant createdAt() {
        return createdAt;
    }
}
