package dev.steward.bench.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Logged statements as a script of pgbench. What was a parameter stays one, so that PostgreSQL has
/// the same to read and to plan; what must differ each time (ids, keys) becomes an expression.
public final class PgbenchScript {

    private static final Pattern PARAMETER = Pattern.compile("\\$(\\d+)");
    private static final Pattern UUID =
            Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Map<String, String> fresh;
    private final Map<String, String> variables;
    private final StringBuilder script = new StringBuilder();

    /// @param fresh a logged value, and the SQL of type text that stands for it
    /// @param variables for `-D`, shared by all scripts of a run; what stays the same is added
    public PgbenchScript(Map<String, String> fresh, Map<String, String> variables) {
        this.fresh = fresh;
        this.variables = variables;
    }

    /// A line as it is.
    public PgbenchScript line(String line) {
        script.append(line).append('\n');
        return this;
    }

    public PgbenchScript statements(List<LoggedStatement> statements) {
        statements.forEach(this::statement);
        return this;
    }

    public PgbenchScript statement(LoggedStatement sent) {
        return statement(sent, ";");
    }

    /// @param end `;`, or `\gset` to keep the row as variables
    public PgbenchScript statement(LoggedStatement sent, String end) {
        var text =
                PARAMETER
                        .matcher(sent.text())
                        .replaceAll(found ->
                                Matcher.quoteReplacement(
                                        sql(
                                                sent.parameters()
                                                        .get(
                                                                Integer.parseInt(found.group(1))
                                                                        - 1))));
        return line(text.strip() + " " + end);
    }

    public Path write(Path file) {
        try {
            return Files.writeString(file, script);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String sql(@Nullable String value) {
        if (value == null) {
            return "null";
        }
        var cast = LoggedStatement.castOf(value);
        if (fresh.keySet().stream().noneMatch(value::contains)) {
            return variable(value) + cast;
        }
        var whole = fresh.get(value);
        if (whole != null) {
            return UUID.matcher(value).matches() ? "(" + whole + ")::uuid" : whole;
        }
        return "(" + pieces(value) + ")" + cast;
    }

    /// `'{"id":"' || … || '","key":"' || … || '"}'`, the fixed pieces as parameters.
    private String pieces(String value) {
        var any =
                Pattern.compile(
                        fresh.keySet().stream()
                                .sorted((a, b) -> b.length() - a.length())
                                .map(Pattern::quote)
                                .collect(Collectors.joining("|")));
        var sql = new StringBuilder();
        var at = 0;
        var match = any.matcher(value);
        while (match.find()) {
            sql.append(piece(value.substring(at, match.start())))
                    .append(fresh.get(match.group()))
                    .append(" || ");
            at = match.end();
        }
        return sql.append(variable(value.substring(at))).append("::text").toString();
    }

    private String piece(String fixed) {
        return fixed.isEmpty() ? "" : variable(fixed) + "::text || ";
    }

    /// pgbench knows no empty variable.
    private String variable(String value) {
        return value.isEmpty() ? "''" : ":" + name(value);
    }

    private String name(String value) {
        return variables.entrySet().stream()
                .filter(entry -> entry.getValue().equals(value))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseGet(() -> {
                    var name = "p" + variables.size();
                    variables.put(name, value);
                    return name;
                });
    }
}
