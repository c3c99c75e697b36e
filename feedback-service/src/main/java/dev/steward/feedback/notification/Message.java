package dev.steward.feedback.notification;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The e-mail that a person gets: plain text, with data of nobody else.
///
/// @param subject one line without control characters
public record Message(String subject, String text) {

    private static final int MAX_SUBJECT_LENGTH = 150;

    /// A message lists that many entries and then says that there are more.
    private static final int MAX_ENTRIES = 100;

    /// @param name of the person; null when unknown
    /// @param release name of the release
    /// @param entries titles of what the person asked for, at most 101: one more than are listed
    ///   shows that there are more
    /// @param customText replaces the default text; null for the default
    public static Message to(
            @Nullable String name,
            String release,
            List<String> entries,
            @Nullable String customText) {
        return new Message(
                cut("What you asked for has been released: " + line(release)),
                customText == null ? defaultText(name, release, entries) : customText);
    }

    private static String defaultText(@Nullable String name, String release, List<String> entries) {
        var text = new StringBuilder("Hello");
        if (name != null && !line(name).isEmpty()) {
            text.append(' ').append(line(name));
        }
        text.append(",\n\nyou asked for this, and it has been released with ")
                .append(line(release))
                .append(":\n\n");
        entries.stream()
                .limit(MAX_ENTRIES)
                .forEach(entry -> text.append("  - ").append(line(entry)).append('\n'));
        if (entries.size() > MAX_ENTRIES) {
            text.append("  - and more\n");
        }
        return text.append("\nThank you for telling us.\n").toString();
    }

    /// Without line breaks, which could add a header or a line to the mail.
    private static String line(String words) {
        return words.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    }

    private static String cut(String subject) {
        return subject.codePointCount(0, subject.length()) <= MAX_SUBJECT_LENGTH
                ? subject
                : subject.substring(0, subject.offsetByCodePoints(0, MAX_SUBJECT_LENGTH - 1)) + "…";
    }
}
