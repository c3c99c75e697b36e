package dev.steward.bench.load;

import dev.steward.bench.BenchFailure;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Carries out a logged transaction again and again on one connection, with new ids each time: for
/// transactions with more values that must differ than pgbench has variables.
public final class TransactionReplay {

    private static final Pattern PARAMETER = Pattern.compile("\\$(\\d+)");
    private static final Pattern UUID_V7 =
            Pattern.compile("([0-9a-f]{8})-([0-9a-f]{4})(-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12})");

    private final Connection connection;
    private final LoggedTransaction transaction;
    private final String mark;
    private final long since;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();
    private long run;

    /// @param mark a text in the logged values that differs from request to request
    /// @param since when the request was sent: ids made later become new ones
    public TransactionReplay(
            Connection connection, LoggedTransaction transaction, String mark, Instant since) {
        this.connection = connection;
        this.transaction = transaction;
        this.mark = mark;
        this.since = since.toEpochMilli();
        // In the future, where no id of the service can be.
        this.run = this.since + 1_000_000_000;
    }

    /// @return nanoseconds
    public long once() {
        run++;
        try {
            var before = withNewIds(transaction.before());
            var within = withNewIds(transaction.within());
            var begun = System.nanoTime();
            connection.setAutoCommit(true);
            execute(before);
            connection.setAutoCommit(false);
            execute(within);
            connection.commit();
            return System.nanoTime() - begun;
        } catch (SQLException e) {
            throw new BenchFailure(String.valueOf(e.getMessage()), e);
        }
    }

    private List<LoggedStatement> withNewIds(List<LoggedStatement> statements) {
        return statements.stream()
                .map(statement -> statement.withParameters(this::withNewIds))
                .toList();
    }

    private String withNewIds(String value) {
        return UUID_V7.matcher(value.replace(mark, "run-" + run))
                .replaceAll(id ->
                        Long.parseLong(id.group(1) + id.group(2), 16) < since
                                ? id.group()
                                : id("%012x".formatted(run)) + id.group(3));
    }

    private static String id(String time) {
        return time.substring(0, 8) + "-" + time.substring(8);
    }

    private void execute(List<LoggedStatement> statements) throws SQLException {
        for (var statement : statements) {
            var execution = prepared(statement);
            for (var i = 0; i < statement.parameters().size(); i++) {
                // Without a type PostgreSQL infers it, as it did for the service.
                execution.setObject(i + 1, statement.parameters().get(i), Types.OTHER);
            }
            if (execution.execute()) {
                try (var rows = execution.getResultSet()) {
                    while (rows.next()) {
                        rows.getObject(1);
                    }
                }
            }
        }
    }

    private PreparedStatement prepared(LoggedStatement statement) throws SQLException {
        var known = prepared.get(statement.text());
        if (known == null) {
            var text =
                    PARAMETER
                            .matcher(statement.text())
                            .replaceAll(number -> "?" + cast(statement, number.group(1)));
            known = connection.prepareStatement(text);
            prepared.put(statement.text(), known);
        }
        return known;
    }

    private static String cast(LoggedStatement statement, String number) {
        var value = statement.parameters().get(Integer.parseInt(number) - 1);
        return value == null ? "" : LoggedStatement.castOf(value);
    }
}
