package dev.steward.bench.load;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A statement as PostgreSQL's log has it.
///
/// @param backend the connection's process
/// @param database that it is connected to
/// @param text with `$1`, `$2`, …
public record LoggedStatement(
        String backend, String database, String text, List<@Nullable String> parameters) {

    /// How entries begin: `%m [%p] %d `.
    static final String PREFIX = "%m [%p] %d ";

    private static final Pattern ENTRY =
            Pattern.compile(
                    "^\\d{4}-\\S+ \\S+ \\S+ \\[(\\d+)] (\\S*) ([A-Z]+):\\s+(.*)$", Pattern.DOTALL);
    private static final Pattern EXECUTE =
            Pattern.compile("^(?:execute [^:]+|statement): (.*)$", Pattern.DOTALL);
    private static final Pattern PARAMETER =
            Pattern.compile("\\$(\\d+) = (NULL|'(?:[^']++|'')*+')", Pattern.DOTALL);

    private static final String ELEMENT = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final Pattern UUIDS =
            Pattern.compile("\\{%s(?:,%s)*+}".formatted(ELEMENT, ELEMENT));
    private static final Pattern NUMBERS = Pattern.compile("\\{\\d+(?:,\\d+)*+}");

    /// A JSON object begins with a name and a colon.
    private static final Pattern TEXTS =
            Pattern.compile("\\{(?!})(?!\\s*\"(?:[^\"\\\\]|\\\\.)*+\"\\s*:)");

    /// @param log lines of a log with our prefix; those that begin with a tab go on
    static List<LoggedStatement> read(List<String> log) {
        List<LoggedStatement> sent = new ArrayList<>();
        for (var entry : entries(log)) {
            var parts = ENTRY.matcher(entry);
            if (parts.matches()) {
                var execute = EXECUTE.matcher(parts.group(4));
                if (parts.group(3).equals("LOG") && execute.matches()) {
                    sent.add(
                            new LoggedStatement(
                                    parts.group(1), parts.group(2), execute.group(1), List.of()));
                } else if (parts.group(3).equals("DETAIL") && !sent.isEmpty()) {
                    addDetail(sent, parts.group(1), parts.group(4));
                }
            }
        }
        return sent;
    }

    public boolean mentions(String value) {
        return text.contains(value)
                || parameters.stream().anyMatch(given -> given != null && given.contains(value));
    }

    /// The log does not show the types of parameters, and without one PostgreSQL does not know
    /// which `unnest` is meant.
    ///
    /// @return the cast that a parameter of this value needs; empty for none
    static String castOf(String value) {
        if (UUIDS.matcher(value).matches()) {
            return "::uuid[]";
        }
        if (NUMBERS.matcher(value).matches()) {
            return "::bigint[]";
        }
        return TEXTS.matcher(value).lookingAt() ? "::text[]" : "";
    }

    LoggedStatement withParameters(UnaryOperator<String> changed) {
        List<@Nullable String> values = new ArrayList<>();
        parameters.forEach(value -> values.add(value == null ? null : changed.apply(value)));
        return new LoggedStatement(backend, database, text, values);
    }

    /// Belongs to the last entry of its backend.
    private static void addDetail(List<LoggedStatement> sent, String backend, String detail) {
        for (var i = sent.size() - 1; i >= 0; i--) {
            if (sent.get(i).backend().equals(backend)) {
                sent.set(i, sent.get(i).with(detail));
                return;
            }
        }
    }

    private LoggedStatement with(String detail) {
        List<@Nullable String> values = new ArrayList<>();
        var parameter = PARAMETER.matcher(detail);
        while (parameter.find()) {
            var value = parameter.group(2);
            values.add(
                    value.equals("NULL")
                            ? null
                            : value.substring(1, value.length() - 1).replace("''", "'"));
        }
        return new LoggedStatement(backend, database, text, values);
    }

    private static List<String> entries(List<String> log) {
        List<String> entries = new ArrayList<>();
        for (var line : log) {
            if (line.startsWith("\t") && !entries.isEmpty()) {
                entries.add(entries.removeLast() + "\n" + line.substring(1));
            } else {
                entries.add(line);
            }
        }
        return entries;
    }
}
