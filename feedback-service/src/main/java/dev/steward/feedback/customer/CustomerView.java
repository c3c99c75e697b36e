package dev.steward.feedback.customer;

import dev.steward.platform.web.paging.SizeLimitedPage;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A customer, as far as the caller may see it.
@Schema(name = "Customer")
record CustomerView(
        @Schema(description = "Id of the customer.") UUID id,
        @Schema(description = "Increases by 1 with every change.") long version,
        @Schema(description = "Name of the company.") String name,
        @Schema(description = "Segment of the company, such as `Enterprise`; null when unknown.")
                @Nullable String segment,
        @Schema(
                        description =
                                "Yearly revenue in the product's currency, 2 decimals. Null when unknown, and for callers without the right CUSTOMER_VALUE.")
                @Nullable BigDecimal annualRevenue,
        @Schema(
                        description =
                                "False while the company is known only because a feedback entry named it.")
                boolean confirmed,
        @Schema(
                        description =
                                "Ids of the company in other systems, by name of the system; the newest id of each.")
                Map<String, String> externalIds,
        @Schema(description = "Domains of its people's e-mail addresses, in lower-case punycode.")
                Set<String> domains,
        @Schema(description = "When the customer was created.") Instant createdAt,
        @Schema(
                        description =
                                "Only in the answer to a POST, otherwise null: whether the customer was created, updated or left as it was.")
                CustomerUpsert.@Nullable Result result) {

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
                + SizeLimitedPage.bytes(name, segment)
                + SizeLimitedPage.bytes(texts.toArray(String[]::new));
    }

    /// For a source key, which may write customers but not read them: only what it has just sent.
    CustomerView withOnly(NewCustomer sent) {
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
