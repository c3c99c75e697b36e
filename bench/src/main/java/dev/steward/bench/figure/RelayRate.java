package dev.steward.bench.figure;

import dev.steward.bench.BenchFailure;
import dev.steward.bench.SystemUnderTest;
import dev.steward.bench.load.BareKafka;
import dev.steward.bench.load.LoadSource;
import dev.steward.bench.load.LoggedStatement;
import dev.steward.bench.load.Pgbench;
import dev.steward.bench.load.PgbenchScript;
import dev.steward.bench.load.Sample;
import dev.steward.bench.load.StatementLog;
import dev.steward.bench.load.Tool;
import dev.steward.bench.report.Comparison;
import dev.steward.bench.report.Finding;
import dev.steward.bench.report.Rounds;
import dev.steward.bench.report.Target;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/// B6: how fast the relay gets a backlog of events out, beside pgbench draining the same rows and
/// Kafka's own producer pushing them, one after the other.
///
/// The events are of a type that nobody projects: consumers pass them over by their header, so the
/// relay is what is measured.
public final class RelayRate implements Figure {

    /// The relay's advisory lock: whoever holds it keeps the outbox waiting.
    private static final int RELAY_LOCK = 0x57E3;

    private static final int PASS = 500;
    private static final Duration LOOK = Duration.ofMillis(20);
    private static final String LIMIT = "pgbench drain, then producer";

    private static final String EVENTS =
            """
            insert into event (id, product_id, aggregate_type, aggregate_id, version, epoch, type, actor, change, state)
            select gen_random_uuid(), products.ids[1 + n %% array_length(products.ids, 1)], 'bench', gen_random_uuid(), 1, 1,
                'steward.backlog.bench.written.v1', 'olivia', model.change, model.state
            from generate_series(1, %d) n,
                (select array_agg(gen_random_uuid()) as ids from generate_series(1, 100)) products,
                (select change, state from event where type = 'steward.backlog.item.created.v1' limit 1) model
            """;

    private static final String POINTERS =
            "insert into %s (event_id) select id from event where aggregate_type = 'bench'";

    private static final String COPY =
            """
            drop table if exists bench_outbox;
            create table bench_outbox (like outbox including all)
            """;

    private static final String DRAIN =
            "begin;\n%s;\ndelete from bench_outbox where id in (select id from bench_outbox order by id limit 500);\ncommit;\n";

    @Override
    public String id() {
        return "B6";
    }

    @Override
    public List<Finding> measure(SystemUnderTest steward) {
        if (!Tool.PGBENCH.isInstalled()) {
            return List.of(Finding.leftOut(id(), "relay", Tool.PGBENCH.missing()));
        }
        var events = steward.pace().events();
        var pass = relaysSelect(steward);
        steward.sql().run(EVENTS.formatted(events));
        steward.sql().run(COPY);
        steward.sql().run("vacuum analyze event");
        var drain = drainScript(steward, pass);
        var bytes = bytes(steward);
        var kafka = new BareKafka(steward.system().bootstrapServers());
        var ours = new LoadSource("relay", _ -> relay(steward, events));
        var limit = new LoadSource(LIMIT, _ -> limit(steward, drain, kafka, bytes));
        var rounds = Rounds.of(steward.pace(), List.of(ours, limit));
        return List.of(
                Comparison.perSecond(rounds, ours)
                        .against(limit, new Target.AtLeast(0.5))
                        .finding(
                                id(),
                                "relay out of a backlog of %,d events of %,d bytes"
                                        .formatted(events, bytes)));
    }

    /// As the relay sends it today, from the first pointer on.
    private static String relaysSelect(SystemUnderTest steward) {
        var product = steward.product();
        return new StatementLog(steward.system())
                        .during(() ->
                                steward.api()
                                        .post(
                                                "/products/" + product.id() + "/items",
                                                Creation.BODY))
                        .stream()
                        .map(LoggedStatement::text)
                        .filter(text -> text.contains("from outbox o left join event e"))
                        .findFirst()
                        .map(text -> text.replace("$1", "0"))
                        .orElseThrow(() -> new BenchFailure("PostgreSQL's log shows no relay."));
    }

    private static Path drainScript(SystemUnderTest steward, String select) {
        var script =
                DRAIN.formatted(select.replace("from outbox o", "from bench_outbox o").strip());
        return new PgbenchScript(Map.of(), Map.of())
                .line(script)
                .write(steward.folder().resolve("drain.sql"));
    }

    private static int bytes(SystemUnderTest steward) {
        return Integer.parseInt(
                steward.sql()
                        .column(
                                "select octet_length(change::text || state::text) from event where aggregate_type = 'bench' limit 1")
                        .getFirst());
    }

    private static Sample relay(SystemUnderTest steward, int events) {
        var cpu = steward.cpu("backlog-service");
        return steward.sql()
                .connected(connection -> {
                    try (var statement = connection.createStatement()) {
                        statement.execute("select pg_advisory_lock(" + RELAY_LOCK + ")");
                        statement.execute(POINTERS.formatted("outbox"));
                        var before = cpu.read();
                        var begun = System.nanoTime();
                        statement.execute("select pg_advisory_unlock(" + RELAY_LOCK + ")");
                        awaitEmpty(connection);
                        var rate = events * 1e9 / (System.nanoTime() - begun);
                        return new Sample(rate, 0, 0, cpu.perRequestSince(before, events));
                    }
                });
    }

    /// Pointers go in the order of their ids: with the last all are gone. To look for any would
    /// read past all that are deleted already, each time.
    private static boolean awaitEmpty(Connection connection) throws SQLException {
        var empty = false;
        try (var look = connection.prepareStatement("select max(id) is null from outbox")) {
            while (!empty) {
                LockSupport.parkNanos(LOOK.toNanos());
                try (var row = look.executeQuery()) {
                    row.next();
                    empty = row.getBoolean(1);
                }
            }
        }
        return true;
    }

    private static Sample limit(SystemUnderTest steward, Path drain, BareKafka kafka, int bytes) {
        var events = steward.pace().events();
        steward.sql().run("truncate bench_outbox");
        steward.sql().run(POINTERS.formatted("bench_outbox"));
        var cpu = steward.cpu();
        var before = cpu.read();
        var drained =
                PASS
                        * new Pgbench(
                                        steward.database(),
                                        List.of(drain),
                                        Map.of(),
                                        steward.folder())
                                .run(1, List.of("-t", Integer.toString(events / PASS)))
                                .perSecond();
        var pushed = kafka.push(events, bytes);
        var rate = 1 / (1 / drained + 1 / pushed);
        return new Sample(rate, 0, 0, cpu.perRequestSince(before, events));
    }
}
