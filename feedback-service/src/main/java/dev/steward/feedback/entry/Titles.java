package dev.steward.feedback.entry;

/// Titles of entries that came without one.
public final class Titles {

    private static final int LONGEST = 120;

    private Titles() {}

    /// The first line of a text, cut where it is long.
    public static String of(String text) {
        var line =
                text.strip().lines().findFirst().orElse(text).replaceFirst("^#+\\s+", "").strip();
        return line.codePointCount(0, line.length()) <= LONGEST
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }
}
