package dev.steward.feedback.customer;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A company whose people submit feedback.
///
/// @param annualRevenue in the product's currency, 2 decimals; null when unknown
/// @param confirmed false while only a feedback entry has named the company
/// @param externalIds by system; the newest of each. The older ones still find the company
/// @param domains of its people's e-mail addresses, in lower-case punycode
record Customer(
        UUID id,
        UUID productId,
        long version,
        String name,
        @Nullable String segment,
        @Nullable BigDecimal annualRevenue,
        boolean confirmed,
        Map<String, String> externalIds,
        Set<String> domains,
        Instant createdAt) {

    private static final int CENTS = 2;

    Customer {
        annualRevenue =
                annualRevenue == null ? null : annualRevenue.setScale(CENTS, RoundingMode.HALF_UP);
    }

    static Customer of(UUID id, UUID productId, NewCustomer fields, Instant at) {
        return new Customer(
                id,
                productId,
                1,
                fields.name(),
                fields.segment(),
                fields.annualRevenue(),
                true,
                fields.ids(),
                fields.normalizedDomains(),
                at);
    }

    CustomerEvent created() {
        return new CustomerEvent.Created(this);
    }

    /// Updates the customer. Fields that are null stay: a sync without revenues must not delete
    /// them.
    ///
    /// @return empty when nothing changes
    Optional<CustomerEvent.Edited> update(NewCustomer fields) {
        var ids = new TreeMap<>(externalIds);
        ids.putAll(fields.ids());
        var known = new TreeSet<>(domains);
        known.addAll(fields.normalizedDomains());
        var updated =
                new Customer(
                        id,
                        productId,
                        version,
                        fields.name(),
                        fields.segment() == null ? segment : fields.segment(),
                        fields.annualRevenue() == null ? annualRevenue : fields.annualRevenue(),
                        true,
                        ids,
                        known,
                        createdAt);
        return updated.equals(this)
                ? Optional.empty()
                : Optional.of(new CustomerEvent.Edited(updated.next(), this));
    }

    /// Whether both weigh the same in the demand for items.
    boolean hasSameDemandWeight(Customer other) {
        return Objects.equals(segment, other.segment)
                && Objects.equals(annualRevenue, other.annualRevenue);
    }

    private Customer next() {
        return new Customer(
                id,
                productId,
                version + 1,
                name,
                segment,
                annualRevenue,
                confirmed,
                externalIds,
                domains,
                createdAt);
    }
}
