package dev.steward.feedback.contact;

import dev.steward.feedback.customer.CustomerInput;
import dev.steward.feedback.identity.EmailAddress;
import dev.steward.feedback.identity.ExternalId;
import dev.steward.feedback.source.SourceSummary;
import dev.steward.feedback.source.caller.ApiCaller;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A person as a source describes them.
///
/// @param id the person's id in the source's system. Where the source gives none, the address
///   serves as the id, in that system only: an address proves who somebody is only where the source
///   says so
public record ContactInput(
        ExternalId id,
        @Nullable String name,
        @Nullable String email,
        @Nullable CustomerInput company) {

    private static final String BY_ADDRESS = "mailto:";

    public static ContactInput of(NamedContact named, SourceSummary source) {
        var system = source.system();
        return new ContactInput(
                new ExternalId(system, idOf(named)),
                named.name(),
                storedForm(named.email()),
                companyOf(named, system));
    }

    /// The member who sends the request.
    public static ContactInput of(ApiCaller.Member member) {
        return new ContactInput(
                new ExternalId(ExternalId.MEMBERS, member.subject()),
                member.name(),
                storedForm(member.email()),
                null);
    }

    Optional<EmailAddress> address() {
        return Optional.ofNullable(email).map(EmailAddress::of);
    }

    Optional<String> domain() {
        return address().map(EmailAddress::domain);
    }

    /// The id that an older version stored for a person without an external id: it did not know
    /// that a domain in Unicode and the same domain in punycode are one.
    Optional<ExternalId> formerId() {
        return id.id().startsWith(BY_ADDRESS)
                ? EmailAddress.of(id.id().substring(BY_ADDRESS.length())).spellings().stream()
                        .map(spelling -> new ExternalId(id.system(), BY_ADDRESS + spelling))
                        .filter(other -> !other.equals(id))
                        .findFirst()
                : Optional.empty();
    }

    /// All ids under which the person may be stored.
    Stream<ExternalId> ids() {
        return Stream.concat(Stream.of(id), formerId().stream());
    }

    private static @Nullable String storedForm(@Nullable String email) {
        return email == null ? null : EmailAddress.storedForm(email);
    }

    private static String idOf(NamedContact named) {
        if (named.externalId() != null) {
            return named.externalId();
        }
        if (named.email() == null) {
            throw new IllegalArgumentException("validation requires an id or an address");
        }
        return BY_ADDRESS + EmailAddress.of(named.email());
    }

    private static @Nullable CustomerInput companyOf(NamedContact named, String system) {
        if (named.customerExternalId() == null) {
            return null;
        }
        var name = named.customer() == null ? null : named.customer().name();
        return new CustomerInput(new ExternalId(system, named.customerExternalId()), name);
    }
}
