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

/// A company as another system, or a member, knows it.
record NewCustomer(
        @Schema(examples = "Northwind Rail") @NotBlank @Size(max = 200) String name,
        @Schema(examples = "Enterprise") @Nullable @Size(min = 1, max = 100) String segment,
        @Schema(description = "Yearly, in the product's currency.", examples = "1200000")
                @Nullable
                @PositiveOrZero
                @Digits(integer = 15, fraction = 2)
                BigDecimal annualRevenue,
        @Schema(description = "By system; any of them finds the company again.")
                @Nullable
                @Size(max = 20)
                Map<
                                @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,49}") String,
                                @NotBlank @Size(max = 200) String>
                        externalIds,
        @Schema(
                        description =
                                "Domains of its people's e-mail addresses; not those of free mail providers. "
                                        + "Compared and returned in lower-case punycode.")
                @Nullable
                @Size(max = 20)
                Set<@Pattern(regexp = DOMAIN) String> domains) {

    /// In its own script or in punycode; without the letters by which it would be two.
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

    /// In lower-case punycode, as addresses are compared.
    Set<String> normalizedDomains() {
        var compared = new TreeSet<String>();
        if (domains != null) {
            domains.forEach(domain -> compared.add(EmailAddress.domainOf(domain)));
        }
        return compared;
    }
}
