package dev.steward.feedback.loop;

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
                        "[^\\s\\p{Cntrl},;<>\"()\\[\\]@]+@[^\\s\\p{Cntrl},;<>\"()\\[\\]@]+");
    }

    /// What the person wants comes first, then who knows them best.
    static Reach of(boolean optOut, @Nullable Handover handover, @Nullable String email) {
        if (optOut) {
            return new Unwanted();
        }
        if (handover != null) {
            return new Source(handover);
        }
        return email != null && Address.ONE.matcher(email).matches()
                ? new Address(email)
                : new Nowhere();
    }
}
