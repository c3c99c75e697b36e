package dev.steward.feedback.identity;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Keeps addresses of people out of events: those are kept for ever, here and by whoever reads
/// them, and nobody can erase them there.
public final class PersonalData {

    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>\"(),:;@]+@[^\\s<>\"(),:;@]+");

    private PersonalData() {}

    /// What another system calls somebody or something, as an event may say it.
    ///
    /// @return null where that is an e-mail address, or holds one
    public static @Nullable String externalIdForEvents(@Nullable String externalId) {
        return externalId == null || externalId.indexOf('@') >= 0 ? null : externalId;
    }

    /// Words that somebody chose to be public, without the addresses in them.
    public static String textForEvents(String words) {
        return ADDRESS.matcher(words).replaceAll("…@…");
    }
}
