package dev.steward.feedback.identity;

import java.net.IDN;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// An e-mail address in the form in which addresses are compared: two of the same mailbox are
/// equal, whether the domain is written in Unicode or in punycode.
///
/// Domains are read according to IDNA 2003 (RFC 3490). Later standards read four characters
/// differently: `ß`, the final `ς` and the two invisible joiners. A domain with one of these could
/// mean two domains, so it stays as written: it equals no other, and no mail is sent to it.
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

    /// The form in which domains are compared: punycode, or plain lower case where that is
    /// impossible.
    public static String domainOf(String written) {
        return domainInPunycode(written).orElseGet(() -> lower(written));
    }

    /// The form that is stored: as written, but with a Unicode domain in lower case, because
    /// databases differ in the letters that they can convert.
    public static String storedForm(String written) {
        var text = written.strip();
        var at = text.lastIndexOf('@') + 1;
        var domain = text.substring(at);
        return ASCII.matcher(domain).matches()
                ? text
                : text.substring(0, at)
                        + domainInPunycode(domain).map(EmailAddress::toUnicode).orElse(domain);
    }

    /// @return empty when that is no domain, or could mean two
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

    /// All lower-case spellings that a row may hold: addresses are stored as their sources wrote
    /// them.
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
