package dev.steward.feedback.identity;

import java.net.IDN;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// An e-mail address, as it is compared: two that say the same mailbox are equal, whether a domain
/// is written in its own script or in punycode.
///
/// Domains are read as IDNA 2003 (RFC 3490) has them. The later standards read four characters
/// differently: `ß`, the final `ς` and the two invisible joiners. With one of these a domain is
/// two, so it stays as it is written: equal to no other, and not written to.
///
/// @param local in lower case
/// @param domain in lower-case punycode
public record EmailAddress(String local, String domain) {

    private static final Pattern ASCII = Pattern.compile("\\p{ASCII}*");
    private static final Pattern AMBIGUOUS = Pattern.compile("[\u00df\u1e9e\u03c2\u200c\u200d]");

    public static EmailAddress of(String written) {
        var text = written.strip();
        var at = text.lastIndexOf('@');
        return new EmailAddress(
                lower(text.substring(0, Math.max(0, at))), domainOf(text.substring(at + 1)));
    }

    /// As domains are compared; one that cannot be written in punycode in lower case.
    public static String domainOf(String written) {
        return domainInPunycode(written).orElseGet(() -> lower(written));
    }

    /// As a row keeps what somebody wrote: a domain in its own script in lower case, since
    /// databases differ in which letters they know the lower case of.
    public static String storedForm(String written) {
        var text = written.strip();
        var at = text.lastIndexOf('@') + 1;
        var domain = text.substring(at);
        return ASCII.matcher(domain).matches()
                ? text
                : text.substring(0, at)
                        + domainInPunycode(domain).map(EmailAddress::toUnicode).orElse(domain);
    }

    /// @return empty where that is no domain, or two
    public static Optional<String> domainInPunycode(String written) {
        var text = Normalizer.normalize(written, Normalizer.Form.NFC);
        if (AMBIGUOUS.matcher(text).find() || text.startsWith(".") || text.endsWith(".")) {
            return Optional.empty();
        }
        try {
            return Optional.of(IDN.toASCII(text, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// How it may be written in lower case: rows hold addresses as their sources wrote them.
    public List<String> spellings() {
        var own = local + "@" + toUnicode(domain);
        return own.equals(toString()) ? List.of(own) : List.of(toString(), own);
    }

    @Override
    public String toString() {
        return local + "@" + domain;
    }

    private static String toUnicode(String domain) {
        return IDN.toUnicode(domain, IDN.ALLOW_UNASSIGNED);
    }

    private static String lower(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }
}
