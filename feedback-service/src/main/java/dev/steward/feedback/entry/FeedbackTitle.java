package dev.steward.feedback.entry;

/// Makes titles for entries that come without one.
public final class FeedbackTitle {

    private static final int MAX_LENGTH = 120;

    private FeedbackTitle() {}

    /// The first line of a text, at most 120 characters.
    public static String fromText(String text) {
        var line =
                text.strip().lines().findFirst().orElse(text).replaceFirst("^#+\\s+", "").strip();
        return line.codePointCount(0, line.length()) <= MAX_LENGTH
                ? line
                : line.substring(0, line.offsetByCodePoints(0, MAX_LENGTH - 1)) + "…";
    }
}
