package dev.steward.bench.figure;

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

/// B3: GET the first 50 items of a product by rank, beside the same statements without a service.
public final class ItemListRate implements Figure {

    private static final int CONNECTIONS = 16;
    private static final String PGBENCH = "pgbench, the same statements";

    @Override
    public String id() {
        return "B3";
    }

    @Override
    public List<Finding> measure(SystemUnderTest steward) {
        if (!Tool.WRK.isInstalled()) {
            return List.of(Finding.leftOut(id(), "list of 50 items", Tool.WRK.missing()));
        }
        var product = Items.in(steward).product();
        var path = "/products/" + product.key() + "/items?limit=50";
        var sent =
                new StatementLog(steward.system())
                        .during(() -> steward.api().get(path)).stream()
                                .filter(statement -> statement.database().equals("backlog"))
                                .filter(statement ->
                                        statement.mentions(product.id().toString())
                                                || statement.mentions(product.key()))
                                .toList();
        var ours =
                Wrk.with(
                                steward.system().backlog(),
                                CONNECTIONS,
                                lua(path, steward.token()),
                                steward.folder())
                        .line("backlog-service", steward.cpu("backlog-service"));
        List<LoadSource> lines = new ArrayList<>(List.of(ours));
        if (Tool.PGBENCH.isInstalled()) {
            lines.add(pgbench(steward, sent));
        }
        return List.of(
                Comparison.perSecond(Rounds.of(steward.pace(), lines), ours)
                        .against(lines.subList(1, lines.size()), new Target.AtLeast(0.4))
                        .leavingOut(PGBENCH, Tool.PGBENCH)
                        .finding(
                                id(),
                                "list of 50 items by rank, %d connections, %d statements"
                                        .formatted(CONNECTIONS, sent.size())));
    }

    private static LoadSource pgbench(SystemUnderTest steward, List<LoggedStatement> statements) {
        Map<String, String> variables = new HashMap<>();
        var script =
                new PgbenchScript(Map.of(), variables)
                        .statements(statements)
                        .write(steward.folder().resolve("list.sql"));
        return new Pgbench(steward.database(), List.of(script), variables, steward.folder())
                .line(PGBENCH, CONNECTIONS, steward.cpu());
    }

    private static String lua(String path, String token) {
        return """
        wrk.headers["Authorization"] = "Bearer %s"
        request = function()
            return wrk.format("GET", "/api/v1%s")
        end
        """
                .formatted(token, path);
    }
}
