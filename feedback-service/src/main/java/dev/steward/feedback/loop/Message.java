package dev.steward.feedback.loop;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a person reads: plain text, and nothing of anybody else.
///
/// @param subject one line without control characters, whatever the release is called
record Message(String subject, String text) {

    private static final int MAX_SUBJECT_LENGTH = 150;

    /// A message names so many entries; whoever asked for more reads that there are more.
    private static final int MAX_ENTRIES = 100;

    /// @param name of the person
    /// @param release its name
    /// @param entries the titles of what they asked for, 101 of them at most: one that is not named
    ///   tells that there are more
    /// @param customText instead of the usual text
    static Message to(
            @Nullable String name,
            String release,
            List<String> entries,
            @Nullable String customText) {
        return new Message(
                cut("What you asked for is there: " + line(release)),
                customText == null ? defaultText(name, release, entries) : customText);
    }

    private static String defaultText(@Nullable String name, String release, List<String> entries) {
        var text = new StringBuilder("Hello");
        if (name != null && !line(name).isEmpty()) {
            text.append(' ').append(line(name));
        }
        text.append(",\n\nyou asked for this, and it is there with ")
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

    /// A line break in a name would begin another header, or another line of ours.
    private static String line(String words) {
        return words.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    }

    private static String cut(String subject) {
        return subject.codePointCount(0, subject.length()) <= MAX_SUBJECT_LENGTH
                ? subject
                : subject.substring(0, subject.offsetByCodePoints(0, MAX_SUBJECT_LENGTH - 1)) + "…";
    }
}
