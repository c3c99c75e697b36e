package dev.steward.bench.figure;

import dev.steward.bench.Product;
import dev.steward.bench.SystemUnderTest;
import dev.steward.bench.load.LoadSource;
import dev.steward.bench.load.Sample;
import dev.steward.bench.report.Comparison;
import dev.steward.bench.report.Finding;
import dev.steward.bench.report.Finding.Verdict;
import dev.steward.bench.report.Rounds;
import dev.steward.bench.report.Target;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;

/// B10, the import: from the first byte sent to the job's end, beside the same rows put into tables
/// of the same form by SQL alone, in transactions of the same size, and beside COPY of the file
/// into a bare table.
public final class ImportRate implements Figure {

    private static final int CHUNK = 500;
    private static final String SQL_ALONE = "the same rows, insert-select";
    private static final String COPY = "COPY of the file, no index";

    /// The tables that an import fills, and how a chunk's rows of each are found.
    private static final Map<String, String> FILLED =
            Map.of(
                    "item", "t.id in (select id from chunk)",
                    "item_rank", "t.item_id in (select id from chunk)",
                    "item_score", "t.item_id in (select id from chunk)",
                    "item_external_key", "t.item_id in (select id from chunk)",
                    "event",
                            "t.aggregate_type = 'item' and t.aggregate_id in (select id from chunk)");

    @Override
    public String id() {
        return "B10";
    }

    @Override
    public List<Finding> measure(SystemUnderTest steward) {
        var csv = new GeneratedCsv(steward.pace().rows());
        var first = steward.product();
        new Import(steward.api(), first).run(csv);
        prepare(steward, first);
        var ours = new LoadSource("import", _ -> imported(steward, steward.product(), csv));
        var again = new LoadSource("the same file again", _ -> imported(steward, first, csv));
        var sql = new LoadSource(SQL_ALONE, _ -> sqlAlone(steward, csv.rows()));
        var copy = new LoadSource(COPY, _ -> copied(steward, csv));
        var rounds = Rounds.of(steward.pace(), List.of(ours, sql, again, copy));
        return List.of(
                Comparison.perSecond(rounds, ours)
                        .and(
                                Verdict.absolute(
                                        "rows/s",
                                        rounds.spread(ours, Sample::perSecond),
                                        new Target.AtLeast(10_000)))
                        .against(sql, new Target.None())
                        .against(copy, new Target.None())
                        .noting(
                                "of which the upload takes "
                                        + rounds.spread(ours, Sample::p50)
                                        + " ms")
                        .finding("B10", "import of %,d rows, all new".formatted(csv.rows())),
                Comparison.perSecond(rounds, again)
                        .against(ours, new Target.None())
                        .finding("B10", "import of the same rows, unchanged"));
    }

    private static Sample imported(SystemUnderTest steward, Product product, GeneratedCsv csv) {
        var cpu = steward.cpu("backlog-service");
        var before = cpu.read();
        var took = new Import(steward.api(), product).run(csv);
        return new Sample(
                csv.rows() / took.whole(),
                took.upload() * 1_000,
                took.whole() * 1_000,
                cpu.perRequestSince(before, csv.rows()));
    }

    /// Tables of the same form, and the chunks that the import made.
    private static void prepare(SystemUnderTest steward, Product product) {
        FILLED.keySet()
                .forEach(table ->
                        steward.sql()
                                .run(
                                        "drop table if exists bench_%1$s; create table bench_%1$s (like %1$s including all)"
                                                .formatted(table)));
        steward.sql()
                .run(
                        "drop table if exists bench_pointer; create table bench_pointer (like outbox including all)");
        steward.sql()
                .run(
                        "drop table if exists bench_file; create table bench_file (key text, title text, description text, type text, labels text, points text)");
        steward.sql()
                .run(
                        "drop table if exists bench_chunk; create table bench_chunk as select id, (row_number() over (order by number) - 1) / %d as chunk from item where product_id = '%s'"
                                .formatted(CHUNK, product.id()));
        steward.sql().run("create index on bench_chunk (chunk)");
        steward.sql().run("vacuum analyze");
    }

    private static Sample sqlAlone(SystemUnderTest steward, int rows) {
        FILLED.keySet().forEach(table -> steward.sql().run("truncate bench_" + table));
        steward.sql().run("truncate bench_pointer");
        var cpu = steward.cpu();
        var before = cpu.read();
        var begun = System.nanoTime();
        steward.sql()
                .connected(connection -> {
                    connection.setAutoCommit(false);
                    try (var statement = connection.createStatement()) {
                        for (var chunk = 0; chunk * CHUNK < rows; chunk++) {
                            statement.execute(insertsOf(chunk));
                            connection.commit();
                        }
                    }
                    return rows;
                });
        return new Sample(
                rows * 1e9 / (System.nanoTime() - begun), 0, 0, cpu.perRequestSince(before, rows));
    }

    private static String insertsOf(int chunk) {
        var ids = "with chunk as (select id from bench_chunk where chunk = %d) ".formatted(chunk);
        var tables =
                FILLED.entrySet().stream()
                        .map(entry ->
                                ids
                                        + "insert into bench_%1$s select t.* from %1$s t where %2$s"
                                                .formatted(entry.getKey(), entry.getValue()))
                        .collect(Collectors.joining("; "));
        return tables
                + "; "
                + ids
                + "insert into bench_pointer (event_id) select t.id from bench_event t where t.aggregate_id in (select id from chunk)";
    }

    private static Sample copied(SystemUnderTest steward, GeneratedCsv csv) {
        var text = csv.text();
        steward.sql().run("truncate bench_file");
        var cpu = steward.cpu();
        var before = cpu.read();
        var begun = System.nanoTime();
        steward.sql()
                .connected(connection -> {
                    try {
                        return connection
                                .unwrap(PGConnection.class)
                                .getCopyAPI()
                                .copyIn(
                                        "copy bench_file from stdin (format csv, header)",
                                        new StringReader(text));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
        return new Sample(
                csv.rows() * 1e9 / (System.nanoTime() - begun),
                0,
                0,
                cpu.perRequestSince(before, csv.rows()));
    }
}
