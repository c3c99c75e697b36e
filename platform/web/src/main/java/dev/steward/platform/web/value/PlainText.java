package dev.steward.platform.web.value;

import java.text.Normalizer;
import java.util.Optional;

/// The one rule for text: well-formed Unicode without NUL, in NFC, without white space at its ends.
/// What is ill-formed is refused, never replaced: PostgreSQL's driver would store half an emoji as
/// a question mark, which may be the text of something else.
public final class PlainText {

    private PlainText() {}

    /// Why the text cannot be taken, in words for whoever sent it; empty where it can.
    public static Optional<String> fault(String text) {
        for (int i = 0; i < text.length(); i++) {
            var unit = text.charAt(i);
            if (unit == '\0') {
                return Optional.of("A text cannot contain the NUL character.");
            }
            if (Character.isSurrogate(unit)) {
                if (!isPair(text, i)) {
                    return Optional.of("A text cannot contain half a surrogate pair.");
                }
                i++;
            }
        }
        return Optional.empty();
    }

    private static boolean isPair(String text, int at) {
        return at + 1 < text.length()
                && Character.isSurrogatePair(text.charAt(at), text.charAt(at + 1));
    }

    /// The text as it is kept: in NFC and trimmed; empty where nothing of it can be seen.
    public static String clean(String text) {
        var trimmed = trimmed(text);
        if (trimmed.codePoints().noneMatch(PlainText::isVisible)) {
            return "";
        }
        return Normalizer.isNormalized(trimmed, Normalizer.Form.NFC)
                ? trimmed
                : Normalizer.normalize(trimmed, Normalizer.Form.NFC);
    }

    private static String trimmed(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /// Unlike `strip`, no-break spaces and a byte order mark count.
    private static boolean isSpace(char unit) {
        return Character.isWhitespace(unit) || Character.isSpaceChar(unit) || unit == '\uFEFF';
    }

    private static boolean isVisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED ->
                    false;
            default -> !isBlankLetter(codePoint);
        };
    }

    /// Unicode calls these letters, marks or symbols; a reader sees nothing.
    private static boolean isBlankLetter(int codePoint) {
        return switch (codePoint) {
            case 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0 -> true;
            default ->
                    (codePoint >= 0xFE00 && codePoint <= 0xFE0F)
                            || (codePoint >= 0xE0100 && codePoint <= 0xE01EF);
        };
    }
}
