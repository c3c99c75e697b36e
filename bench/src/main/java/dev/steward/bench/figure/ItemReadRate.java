package dev.steward.bench.figure;

import dev.steward.bench.BenchFailure;
import dev.steward.bench.Cpu;
import dev.steward.bench.SystemUnderTest;
import dev.steward.bench.load.LoadSource;
import dev.steward.bench.load.LoggedStatement;
import dev.steward.bench.load.Pgbench;
import dev.steward.bench.load.PgbenchScript;
import dev.steward.bench.load.StatementLog;
import dev.steward.bench.load.Tool;
import dev.steward.bench.load.Wrk;
import dev.steward.bench.report.Comparison;
import dev.steward.bench.report.Finding;
import dev.steward.bench.report.Rounds;
import dev.steward.bench.report.Target;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// B1: GET an item by its id, beside the same statements without a service, and beside the least
/// that a server in Java could be.
public final class ItemReadRate implements Figure {

    private static final int CONNECTIONS = 16;
    private static final Target TARGET = new Target.AtLeast(0.5);
    private static final String PGBENCH = "pgbench, the same statements";
    private static final String BARE = "bare Vert.x + pg client";

    @Override
    public String id() {
        return "B1";
    }

    @Override
    public List<Finding> measure(SystemUnderTest steward) {
        if (!Tool.WRK.isInstalled()) {
            return List.of(Finding.leftOut(id(), "GET item by id", Tool.WRK.missing()));
        }
        var items = Items.in(steward);
        var statements = statements(steward, items);
        try (var bare = BareServer.start(steward, statements, items.asked().getFirst())) {
            return List.of(compare(steward, items, statements, bare));
        }
    }

    private Finding compare(
            SystemUnderTest steward,
            Items items,
            List<LoggedStatement> statements,
            BareServer bare) {
        var lua = items.lua(steward.token());
        var ours =
                Wrk.with(steward.system().backlog(), CONNECTIONS, lua, steward.folder())
                        .line("backlog-service", steward.cpu("backlog-service"));
        var cpu = new HashMap<>(steward.cpu().processes());
        cpu.put("bare server", bare.process());
        var server =
                Wrk.with(bare.url(), CONNECTIONS, lua, steward.folder()).line(BARE, new Cpu(cpu));
        List<LoadSource> lines = new ArrayList<>(List.of(ours, server));
        if (Tool.PGBENCH.isInstalled()) {
            lines.add(1, pgbench(steward, items, statements));
        }
        var rounds = Rounds.of(steward.pace(), lines);
        return Comparison.perSecond(rounds, ours)
                .against(lines.subList(1, lines.size()), TARGET)
                .leavingOut(PGBENCH, Tool.PGBENCH)
                .finding(
                        id(),
                        "GET item by id, token checked, "
                                + CONNECTIONS
                                + " connections, "
                                + statements.size()
                                + " statements");
    }

    /// Those of the request: they name the item or its product.
    private static List<LoggedStatement> statements(SystemUnderTest steward, Items items) {
        var item = items.asked().getFirst();
        var sent =
                new StatementLog(steward.system())
                        .during(() -> steward.api().get("/items/" + item)).stream()
                                .filter(statement -> statement.database().equals("backlog"))
                                .filter(statement ->
                                        statement.mentions(item)
                                                || statement.mentions(
                                                        items.product().id().toString()))
                                .toList();
        if (sent.isEmpty()) {
            throw new BenchFailure("PostgreSQL's log does not show the statements of a GET.");
        }
        return sent;
    }

    /// One script, so that its connections plan these statements once and not once per item.
    private static LoadSource pgbench(
            SystemUnderTest steward, Items items, List<LoggedStatement> statements) {
        var oneOfThem = "((array['%s'])[:n])".formatted(String.join("', '", items.asked()));
        Map<String, String> variables = new HashMap<>();
        var script =
                new PgbenchScript(Map.of(items.asked().getFirst(), oneOfThem), variables)
                        .line("\\set n random(1, " + items.asked().size() + ")")
                        .statements(statements)
                        .write(steward.folder().resolve("get.sql"));
        return new Pgbench(steward.database(), List.of(script), variables, steward.folder())
                .line(PGBENCH, CONNECTIONS, steward.cpu());
    }
}
