package dev.steward.feedback.notification.sending;

import dev.steward.feedback.identity.EmailAddress;
import dev.steward.feedback.notification.Handover;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How a person can be told about a release.
sealed interface Channel {

    record OptedOut() implements Channel {}

    record Unreachable() implements Channel {}

    record Source(Handover handover) implements Channel {}

    record Email(String address) implements Channel {

        /// Exactly one address: nothing that would make it two or add a header.
        private static final Pattern ONE =
                Pattern.compile(
                        "([^\\s\\p{Cntrl},;<>\"()\\[\\]@]+)@([^\\s\\p{Cntrl},;<>\"()\\[\\]@]+)");

        private static final Pattern ASCII = Pattern.compile("\\p{ASCII}+");

        /// The address for SMTP, with the domain in punycode. A mailbox name that is not ASCII
        /// would need an extension that not every mail server has.
        ///
        /// @return empty when that is no address, or could mean two (see [EmailAddress])
        static Optional<Email> of(String email) {
            var parts = ONE.matcher(email);
            return parts.matches() && ASCII.matcher(parts.group(1)).matches()
                    ? EmailAddress.domainInPunycode(parts.group(2))
                            .map(domain -> new Email(parts.group(1) + "@" + domain))
                    : Optional.empty();
        }
    }

    /// An opt-out comes first, then a source that tells the person itself, then the e-mail address.
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
