package dev.steward.bench.load;

import dev.steward.bench.BenchFailure;
import java.util.List;

/// The statements of one request as PostgreSQL heard them.
///
/// @param before what was asked before the transaction: who may do this
/// @param within the transaction's statements, without its begin and commit
public record LoggedTransaction(List<LoggedStatement> before, List<LoggedStatement> within) {

    /// @param mark what only this transaction mentions
    /// @param product what those before it mention
    public static LoggedTransaction of(List<LoggedStatement> sent, String mark, String product) {
        var marked =
                sent.stream()
                        .filter(statement -> statement.mentions(mark))
                        .findFirst()
                        .orElseThrow(() ->
                                new BenchFailure("PostgreSQL's log does not show " + mark + "."));
        var backend =
                sent.stream().filter(other -> other.backend().equals(marked.backend())).toList();
        var begin = lastOf(backend.subList(0, backend.indexOf(marked)), "BEGIN");
        var whole = backend.subList(backend.indexOf(begin) + 1, backend.size());
        var within =
                whole.stream().takeWhile(statement -> !statement.text().equals("COMMIT")).toList();
        var before =
                sent.subList(0, sent.indexOf(marked)).stream()
                        .filter(statement -> statement.database().equals(marked.database()))
                        .filter(statement -> statement.mentions(product))
                        .filter(statement -> !within.contains(statement))
                        .toList();
        return new LoggedTransaction(before, within);
    }

    public int size() {
        return before.size() + within.size();
    }

    private static LoggedStatement lastOf(List<LoggedStatement> statements, String text) {
        return statements.reversed().stream()
                .filter(statement -> statement.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new BenchFailure("PostgreSQL's log shows no " + text + "."));
    }
}
