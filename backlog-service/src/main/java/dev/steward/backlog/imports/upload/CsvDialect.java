package dev.steward.backlog.imports.upload;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The separator of a file: named in a first line `sep=;`, as spreadsheets write it, otherwise the
/// most frequent of comma, semicolon and tab in the header.
///
/// @param skippedLines lines before the header
record CsvDialect(char separator, int skippedLines) {

    /// Number of characters that are inspected; a header is shorter.
    private static final int LOOKED_AT = 32 * 1024;

    private static final Pattern HINT = Pattern.compile("(?i)\"?sep=([,;\t|])\"?");
    private static final List<Character> SEPARATORS = List.of(',', ';', '\t');

    /// Afterwards the reader stands at the header.
    static CsvDialect of(BufferedReader file) throws IOException {
        var start = peek(file);
        var end = endOfLine(start);
        var hint = hint(start.substring(0, end));
        if (hint.isEmpty()) {
            return new CsvDialect(mostFrequent(start), 0);
        }
        file.skip(start.startsWith("\r\n", end) ? end + 2L : Math.min(end + 1L, start.length()));
        return new CsvDialect(hint.get(), 1);
    }

    private static String peek(BufferedReader file) throws IOException {
        file.mark(LOOKED_AT);
        var characters = new char[LOOKED_AT];
        var length = 0;
        while (length < LOOKED_AT) {
            var read = file.read(characters, length, LOOKED_AT - length);
            if (read < 0) {
                break;
            }
            length += read;
        }
        file.reset();
        return new String(characters, 0, length);
    }

    private static int endOfLine(String start) {
        return (int) start.chars().takeWhile(c -> c != '\n' && c != '\r').count();
    }

    private static Optional<Character> hint(String line) {
        var hint = HINT.matcher(stripSpaces(line));
        return hint.matches() ? Optional.of(hint.group(1).charAt(0)) : Optional.empty();
    }

    /// Not tabs: they may be the separator.
    private static String stripSpaces(String line) {
        return line.replaceAll("^ +| +$", "");
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }

    /// Counts outside of quotes; a comma when there is none.
    private static char mostFrequent(String start) {
        var counts = new int[SEPARATORS.size()];
        var quoted = false;
        for (var i = 0; i < start.length(); i++) {
            var c = start.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && isLineEnd(c) && !start.substring(0, i).isBlank()) {
                break;
            } else if (!quoted && SEPARATORS.contains(c)) {
                counts[SEPARATORS.indexOf(c)]++;
            }
        }
        var best = 0;
        for (var i = 1; i < counts.length; i++) {
            best = counts[i] > counts[best] ? i : best;
        }
        return SEPARATORS.get(best);
    }
}
