package dev.steward.feedback.identity;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Keeps e-mail addresses out of events: events are stored for ever, here and by their consumers,
/// where nobody can erase them.
public final class PersonalData {

    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>\"(),:;@]+@[^\\s<>\"(),:;@]+");

    private PersonalData() {}

    /// An external id, as an event may contain it.
    ///
    /// @return null where it contains an e-mail address
    public static @Nullable String externalIdForEvents(@Nullable String externalId) {
        return externalId == null || externalId.indexOf('@') >= 0 ? null : externalId;
    }

    /// A text that is published, with its e-mail addresses replaced.
    public static String textForEvents(String words) {
        return ADDRESS.matcher(words).replaceAll("…@…");
    }
}
