package dev.steward.feedback.contact;

import dev.steward.feedback.customer.NamedCompany;
import dev.steward.feedback.identity.ExternalId;
import dev.steward.feedback.source.Source;
import dev.steward.feedback.source.Visitor;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Somebody, as a source mentions them.
///
/// @param id finds them again: what they are called in the source's system. Where the system gives
///   no id, the address serves as one, there and nowhere else: only a source marked so proves who
///   owns it
public record Mention(
        ExternalId id,
        @Nullable String name,
        @Nullable String email,
        @Nullable NamedCompany company) {

    private static final String BY_ADDRESS = "mailto:";

    public static Mention of(NamedContact named, Source source) {
        var system = source.system();
        return new Mention(
                new ExternalId(system, idOf(named)),
                named.name(),
                named.email(),
                companyOf(named, system));
    }

    /// The member themselves.
    public static Mention of(Visitor.Member member) {
        return new Mention(
                new ExternalId(ExternalId.MEMBERS, member.subject()),
                member.name(),
                member.email(),
                null);
    }

    Optional<String> address() {
        return Optional.ofNullable(email).map(Mention::lower);
    }

    Optional<String> domain() {
        return address().map(address -> address.substring(address.lastIndexOf('@') + 1));
    }

    static String lower(String address) {
        return address.strip().toLowerCase(Locale.ROOT);
    }

    private static String idOf(NamedContact named) {
        if (named.externalId() != null) {
            return named.externalId();
        }
        if (named.email() == null) {
            throw new IllegalArgumentException(
                    "validation lets nobody through without id and address");
        }
        return BY_ADDRESS + lower(named.email());
    }

    private static @Nullable NamedCompany companyOf(NamedContact named, String system) {
        if (named.customerExternalId() == null) {
            return null;
        }
        var name = named.customer() == null ? null : named.customer().name();
        return new NamedCompany(new ExternalId(system, named.customerExternalId()), name);
    }
}
