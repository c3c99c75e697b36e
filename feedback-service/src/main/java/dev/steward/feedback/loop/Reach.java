package dev.steward.feedback.loop;

import java.net.IDN;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How a person can be told.
sealed interface Reach {

    record Unwanted() implements Reach {}

    record Nowhere() implements Reach {}

    record Source(Handover handover) implements Reach {}

    record Address(String email) implements Reach {

        /// One address: nothing that would make it two, or another header.
        private static final Pattern ONE =
                Pattern.compile(
                        "([^\\s\\p{Cntrl},;<>\"()\\[\\]@]+)@([^\\s\\p{Cntrl},;<>\"()\\[\\]@]+)");

        private static final Pattern ASCII = Pattern.compile("\\p{ASCII}+");

        /// As SMTP takes it: the domain in punycode. A mailbox name that is not ASCII would need an
        /// extension that not every server on the way has.
        ///
        /// @return empty where that is no address
        static Optional<Address> of(String email) {
            var parts = ONE.matcher(email);
            return parts.matches() && ASCII.matcher(parts.group(1)).matches()
                    ? punycode(parts.group(2)).map(d -> new Address(parts.group(1) + "@" + d))
                    : Optional.empty();
        }

        private static Optional<String> punycode(String domain) {
            if (domain.startsWith(".") || domain.endsWith(".")) {
                return Optional.empty();
            }
            try {
                return Optional.of(IDN.toASCII(domain, IDN.ALLOW_UNASSIGNED));
            } catch (IllegalArgumentException _) {
                return Optional.empty();
            }
        }
    }

    /// What the person wants comes first, then who knows them best.
    static Reach of(boolean optOut, @Nullable Handover handover, @Nullable String email) {
        if (optOut) {
            return new Unwanted();
        }
        if (handover != null) {
            return new Source(handover);
        }
        return Optional.ofNullable(email)
                .flatMap(Address::of)
                .<Reach>map(address -> address)
                .orElseGet(Nowhere::new);
    }
}
