package dev.steward.feedback.customer;

import dev.steward.platform.web.LongRows;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A company as a caller may see it.
@Schema(name = "Customer")
record CustomerView(
        UUID id,
        long version,
        String name,
        @Nullable String segment,
        @Schema(description = "Only with the right CUSTOMER_VALUE.")
                @Nullable BigDecimal annualRevenue,
        @Schema(description = "False while only a feedback entry has named it.") boolean confirmed,
        Map<String, String> externalIds,
        Set<String> domains,
        Instant createdAt,
        @Schema(description = "What a POST did.") CustomerUpsert.@Nullable Result result) {

    static CustomerView of(Customer customer, boolean withRevenue) {
        return of(customer, withRevenue, null);
    }

    static CustomerView of(
            Customer customer, boolean withRevenue, CustomerUpsert.@Nullable Result result) {
        return new CustomerView(
                customer.id(),
                customer.version(),
                customer.name(),
                customer.segment(),
                withRevenue ? customer.annualRevenue() : null,
                customer.confirmed(),
                customer.externalIds(),
                customer.domains(),
                customer.createdAt(),
                result);
    }

    long bytes() {
        var texts = new ArrayList<String>(domains);
        externalIds.forEach((system, id) -> texts.add(system + id));
        return 500
                + 10L * texts.size()
                + LongRows.bytes(name, segment)
                + LongRows.bytes(texts.toArray(String[]::new));
    }

    /// For a key, which may write customers and read none: only what it has just sent.
    CustomerView echo(NewCustomer sent) {
        return new CustomerView(
                id,
                version,
                sent.name(),
                sent.segment(),
                null,
                confirmed,
                sent.ids(),
                sent.normalizedDomains(),
                createdAt,
                result);
    }
}
