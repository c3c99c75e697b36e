package dev.steward.bench.figure;

import dev.steward.bench.Product;
import dev.steward.bench.SystemUnderTest;
import dev.steward.bench.load.LoadSource;
import dev.steward.bench.load.Pgbench;
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
import java.util.stream.Stream;

/// B2: create an item (its row, rank, score, event, outbox pointer and idempotency), beside the
/// same statements in one transaction without a service.
public final class ItemCreationRate implements Figure {

    private static final int WRITERS = 32;
    private static final int MANY = 100;
    private static final String PGBENCH = "pgbench, the same statements";

    @Override
    public String id() {
        return "B2";
    }

    @Override
    public List<Finding> measure(SystemUnderTest steward) {
        if (!Tool.WRK.isInstalled()) {
            return List.of(Finding.leftOut(id(), "create item", Tool.WRK.missing()));
        }
        var creation = Creation.logged(steward);
        return List.of(compare(steward, creation, 1), compare(steward, creation, MANY));
    }

    private Finding compare(SystemUnderTest steward, Creation creation, int products) {
        var ours =
                Wrk.with(
                                steward.system().backlog(),
                                WRITERS,
                                lua(steward, products(steward, products)),
                                steward.folder())
                        .line("backlog-service", steward.cpu("backlog-service"));
        List<LoadSource> lines = new ArrayList<>(List.of(ours));
        if (Tool.PGBENCH.isInstalled()) {
            lines.add(pgbench(steward, creation, products(steward, products)));
        }
        var rounds = Rounds.of(steward.pace(), lines);
        return Comparison.perSecond(rounds, ours)
                .against(lines.subList(1, lines.size()), new Target.AtLeast(0.5))
                .leavingOut(PGBENCH, Tool.PGBENCH)
                .finding(
                        id(),
                        "create item, %d writers, %s, %d statements"
                                .formatted(
                                        WRITERS,
                                        products == 1 ? "one product" : products + " products",
                                        creation.size()));
    }

    /// Each side has its own: their ranks would collide.
    private static List<Product> products(SystemUnderTest steward, int count) {
        return Stream.generate(steward::product).limit(count).toList();
    }

    private static LoadSource pgbench(
            SystemUnderTest steward, Creation creation, List<Product> products) {
        Map<String, String> variables = new HashMap<>();
        var script =
                creation.script(
                                products.getFirst().number(),
                                products.getLast().number(),
                                variables)
                        .write(steward.folder().resolve("create.sql"));
        return new Pgbench(steward.database(), List.of(script), variables, steward.folder())
                .line(PGBENCH, WRITERS, steward.cpu());
    }

    private static String lua(SystemUnderTest steward, List<Product> products) {
        var keys = products.stream().map(Product::key).toList();
        return """
        local products = { "%s" }
        local threads = 0
        local n = 0
        wrk.headers["Authorization"] = "Bearer %s"
        wrk.headers["Content-Type"] = "application/json"
        function setup(thread)
            thread:set("me", threads)
            threads = threads + 1
        end
        function init(args)
            run = os.time()
        end
        request = function()
            n = n + 1
            wrk.headers["Idempotency-Key"] = run .. "-" .. me .. "-" .. n
            local path = "/api/v1/products/" .. products[n %% #products + 1] .. "/items"
            return wrk.format("POST", path, wrk.headers, '%s')
        end
        """
                .formatted(String.join("\", \"", keys), steward.token(), Creation.BODY);
    }
}
