package dev.steward.feedback.customer;

import dev.steward.feedback.identity.EmailAddress;
import dev.steward.feedback.identity.ExternalId;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A company as another system or a member describes it.
record NewCustomer(
        @Schema(description = "Name of the company.", examples = "Northwind Rail")
                @NotBlank
                @Size(max = 200)
                String name,
        @Schema(
                        description =
                                "Segment of the company, as the product names its segments. A known segment stays when this is absent.",
                        examples = "Enterprise")
                @Nullable
                @Size(min = 1, max = 100)
                String segment,
        @Schema(
                        description =
                                "Yearly revenue in the product's currency. Raises the demand of the items that the company asks for. A known revenue stays when this is absent.",
                        examples = "1200000")
                @Nullable
                @PositiveOrZero
                @Digits(integer = 15, fraction = 2)
                BigDecimal annualRevenue,
        @Schema(
                        description =
                                "Ids of the company in other systems, by name of the system. A company that has one of them already is updated instead of created.")
                @Nullable
                @Size(max = 20)
                Map<
                                @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,49}") String,
                                @NotBlank @Size(max = 200) String>
                        externalIds,
        @Schema(
                        description =
                                "Domains of its people's e-mail addresses. People with such an address belong to the company unless an entry names another one. Domains of free-mail providers are refused. Compared and returned in lower-case punycode.")
                @Nullable
                @Size(max = 20)
                Set<@Pattern(regexp = DOMAIN) String> domains) {

    /// A domain in Unicode or in punycode, without the letters that IDNA 2003 and 2008 read
    /// differently.
    private static final String DOMAIN =
            "(?!.*[\u00df\u1e9e\u03c2])[\\p{L}\\p{M}\\p{N}-]{1,63}(\\.[\\p{L}\\p{M}\\p{N}-]{1,63}){1,5}";

    Map<String, String> ids() {
        return externalIds == null ? Map.of() : new TreeMap<>(externalIds);
    }

    List<ExternalId> externalIdList() {
        return ids().entrySet().stream()
                .map(id -> new ExternalId(id.getKey(), id.getValue()))
                .toList();
    }

    /// In lower-case punycode, the form in which domains are compared.
    Set<String> normalizedDomains() {
        var compared = new TreeSet<String>();
        if (domains != null) {
            domains.forEach(domain -> compared.add(EmailAddress.domainOf(domain)));
        }
        return compared;
    }
}
