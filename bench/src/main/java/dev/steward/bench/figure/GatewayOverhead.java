package dev.steward.bench.figure;

import dev.steward.bench.Cpu;
import dev.steward.bench.SystemUnderTest;
import dev.steward.bench.load.LoadSource;
import dev.steward.bench.load.Nginx;
import dev.steward.bench.load.OpenLoop;
import dev.steward.bench.load.Sample;
import dev.steward.bench.load.Tool;
import dev.steward.bench.load.Wrk;
import dev.steward.bench.report.Comparison;
import dev.steward.bench.report.Finding;
import dev.steward.bench.report.Finding.Verdict;
import dev.steward.bench.report.Rounds;
import dev.steward.bench.report.Spread;
import dev.steward.bench.report.Target;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/// B4: what the gateway costs, beside nginx in front of the same service: throughput in a closed
/// loop, and the time it adds at a fixed rate.
public final class GatewayOverhead implements Figure {

    private static final int CONNECTIONS = 16;
    private static final int WANTED = 1_000;
    private static final String NGINX = "nginx as the proxy";

    @Override
    public String id() {
        return "B4";
    }

    @Override
    public List<Finding> measure(SystemUnderTest steward) {
        if (!Tool.WRK.isInstalled()) {
            return List.of(Finding.leftOut(id(), "gateway", Tool.WRK.missing()));
        }
        if (!Tool.NGINX.isInstalled()) {
            return new Measurement(steward, Items.in(steward), List.of()).findings();
        }
        try (var nginx = Nginx.start(steward)) {
            return new Measurement(steward, Items.in(steward), List.of(nginx)).findings();
        }
    }

    /// @param nginx one or none
    private record Measurement(SystemUnderTest steward, Items items, List<Nginx> nginx) {

        List<Finding> findings() {
            var gateway = wrk("gateway", steward.system().gateway());
            var direct = wrk("direct", steward.system().backlog());
            List<LoadSource> lines = new ArrayList<>(List.of(gateway, direct));
            nginx.forEach(proxy -> lines.add(wrk(NGINX, proxy.url())));
            var rounds = Rounds.of(steward.pace(), lines);
            var proxies = lines.subList(2, lines.size());
            var throughput =
                    Comparison.perSecond(rounds, gateway)
                            .against(proxies, new Target.AtLeast(0.85))
                            .leavingOut(NGINX, Tool.NGINX)
                            .against(direct, new Target.None())
                            .finding(
                                    "B4",
                                    "GET item by id through the gateway, token checked twice");
            var slowest = rounds.spread(gateway, Sample::perSecond).median();
            return List.of(throughput, addedTime(slowest));
        }

        private LoadSource wrk(String name, URI base) {
            var processes = new HashMap<>(steward.cpu("gateway", "backlog-service").processes());
            nginx.forEach(proxy -> processes.put("nginx", proxy.running().toHandle()));
            return Wrk.with(base, CONNECTIONS, items.lua(steward.token()), steward.folder())
                    .line(name, new Cpu(processes));
        }

        /// @param most requests per second that the gateway reached in the closed loop
        private Finding addedTime(double most) {
            var rate = rate(most);
            try (var loop = new OpenLoop(steward.token(), rate)) {
                var gateway = loop.line("gateway", steward.system().gateway(), items.asked());
                var direct = loop.line("direct", steward.system().backlog(), items.asked());
                List<LoadSource> lines = new ArrayList<>(List.of(direct, gateway));
                nginx.forEach(proxy -> lines.add(loop.line(NGINX, proxy.url(), items.asked())));
                var rounds = Rounds.of(steward.pace(), lines);
                List<Verdict> verdicts = new ArrayList<>();
                lines.subList(1, lines.size())
                        .forEach(proxy -> added(rounds, proxy, direct, verdicts));
                return new Finding(
                        "B4",
                        "time added at %d requests/s (open loop)".formatted(rate),
                        "direct p50 %s ms, p99 %s ms"
                                .formatted(
                                        rounds.spread(direct, Sample::p50),
                                        rounds.spread(direct, Sample::p99)),
                        verdicts,
                        rate == WANTED ? List.of() : List.of(whyLower(most)));
            }
        }

        private static void added(
                Rounds rounds, LoadSource proxy, LoadSource direct, List<Verdict> verdicts) {
            var ours = proxy.name().equals("gateway");
            verdicts.add(
                    new Verdict(
                            proxy.name(),
                            "",
                            "added p50, ms",
                            rounds.difference(proxy, direct, Sample::p50),
                            ours ? new Target.AtMost(0.2) : new Target.None()));
            verdicts.add(
                    new Verdict(
                            proxy.name(),
                            "",
                            "added p99, ms",
                            rounds.difference(proxy, direct, Sample::p99),
                            ours ? new Target.AtMost(1) : new Target.None()));
        }

        /// At half of what it can do a queue is short; above, the queue is what one measures.
        private static int rate(double most) {
            return (int) Math.max(50, Math.min(WANTED, Math.floor(most / 2 / 50) * 50));
        }

        private static String whyLower(double most) {
            return "not at %d/s: with all processes on this machine the gateway reaches %s/s, and above half of it one would measure the queue"
                    .formatted(WANTED, Spread.number(most));
        }
    }
}
