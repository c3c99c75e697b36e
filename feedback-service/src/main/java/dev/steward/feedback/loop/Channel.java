package dev.steward.feedback.loop;

import dev.steward.feedback.identity.EmailAddress;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How a person can be told.
sealed interface Channel {

    record OptedOut() implements Channel {}

    record Unreachable() implements Channel {}

    record Source(Handover handover) implements Channel {}

    record Email(String address) implements Channel {

        /// One address: nothing that would make it two, or another header.
        private static final Pattern ONE =
                Pattern.compile(
                        "([^\\s\\p{Cntrl},;<>\"()\\[\\]@]+)@([^\\s\\p{Cntrl},;<>\"()\\[\\]@]+)");

        private static final Pattern ASCII = Pattern.compile("\\p{ASCII}+");

        /// As SMTP takes it: the domain in punycode. A mailbox name that is not ASCII would need an
        /// extension that not every server on the way has.
        ///
        /// @return empty where that is no address, or two (see [EmailAddress])
        static Optional<Email> of(String email) {
            var parts = ONE.matcher(email);
            return parts.matches() && ASCII.matcher(parts.group(1)).matches()
                    ? EmailAddress.domainInPunycode(parts.group(2))
                            .map(domain -> new Email(parts.group(1) + "@" + domain))
                    : Optional.empty();
        }
    }

    /// What the person wants comes first, then who knows them best.
    static Channel of(boolean optOut, @Nullable Handover handover, @Nullable String email) {
        if (optOut) {
            return new OptedOut();
        }
        if (handover != null) {
            return new Source(handover);
        }
        return Optional.ofNullable(email)
                .flatMap(Email::of)
                .<Channel>map(address -> address)
                .orElseGet(Unreachable::new);
    }
}
