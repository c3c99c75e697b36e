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

/// A company that asks for things.
///
/// @param annualRevenue in the product's currency, 2 decimals; null when unknown
/// @param confirmed false while only an entry has named it
/// @param externalIds by system: the newest of each; the older ones still find it
/// @param domains of its people's addresses, in lower-case punycode
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

    /// Takes over what another system knows. What it does not mention stays: a sync without
    /// revenues must not blank them.
    ///
    /// @return empty when it says nothing new
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

    /// Whether demand sees a difference.
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
