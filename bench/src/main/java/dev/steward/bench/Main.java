package dev.steward.bench;

import dev.steward.bench.figure.FeedbackIntakeRate;
import dev.steward.bench.figure.Figure;
import dev.steward.bench.figure.GatewayOverhead;
import dev.steward.bench.figure.ImportRate;
import dev.steward.bench.figure.ItemCreationRate;
import dev.steward.bench.figure.ItemListRate;
import dev.steward.bench.figure.ItemReadRate;
import dev.steward.bench.figure.LargeProductCost;
import dev.steward.bench.figure.PropagationDelay;
import dev.steward.bench.figure.RelayRate;
import dev.steward.bench.figure.ResidentMemory;
import dev.steward.bench.load.Tool;
import dev.steward.bench.report.Finding;
import dev.steward.bench.report.Report;
import dev.steward.bench.report.Spread;
import dev.steward.local.LocalFailure;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// `./steward bench`: starts a system of its own, measures what was asked for, and stops it.
final class Main {

    private static final List<Figure> FIGURES =
            List.of(
                    new ImportRate(),
                    new ItemReadRate(),
                    new ItemListRate(),
                    new ItemCreationRate(),
                    new GatewayOverhead(),
                    new PropagationDelay(),
                    new RelayRate(),
                    new FeedbackIntakeRate(),
                    new LargeProductCost(),
                    new ResidentMemory());

    private Main() {}

    public static void main(String[] arguments) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try {
            run(BenchArguments.of(List.of(arguments)), out);
            // The issuer's threads would keep this JVM alive.
            System.exit(0);
        } catch (BenchFailure | LocalFailure e) {
            System.err.println("steward: " + e.getMessage());
            for (var cause = e.getCause(); cause != null; cause = cause.getCause()) {
                System.err.println("  because " + cause.getMessage());
            }
            System.exit(1);
        }
    }

    private static void run(BenchArguments arguments, PrintStream out) {
        var figures = FIGURES.stream().filter(arguments::includes).toList();
        if (figures.isEmpty()) {
            throw new BenchFailure("there are " + FIGURES.stream().map(Figure::id).toList());
        }
        Arrays.stream(Tool.values())
                .filter(tool -> !tool.isInstalled())
                .forEach(tool -> out.println("steward: " + tool.missing()));
        var root = Path.of(System.getProperty("steward.root", "")).toAbsolutePath();
        var folder = root.resolve("target/bench");
        var circumstances =
                new ArrayList<>(List.of(machine(), "Pace: " + arguments.pace().name() + "."));
        var file =
                folder.resolve(
                        started().format(DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss")) + ".md");
        List<Finding> findings = new ArrayList<>();
        try (var steward = SystemUnderTest.open(folder, arguments.pace(), out)) {
            for (var figure : figures) {
                steward.say("measuring " + figure.id());
                findings.addAll(figure.measure(steward));
                // A run that is cut short keeps what it has measured.
                new Report(circumstances, findings).write(file);
            }
        }
        circumstances.add("At the end: " + load());
        var report = new Report(circumstances, findings);
        report.print(out);
        report.write(file);
        out.println("steward: also in " + root.relativize(file));
    }

    private static String machine() {
        return "Steward's bench, %s UTC; %d processors, Java %s, %s"
                .formatted(
                        started().truncatedTo(ChronoUnit.SECONDS),
                        Runtime.getRuntime().availableProcessors(),
                        Runtime.version(),
                        load());
    }

    private static String load() {
        var load =
                java.lang.management.ManagementFactory.getOperatingSystemMXBean()
                        .getSystemLoadAverage();
        return "load average " + Spread.number(load);
    }

    private static LocalDateTime started() {
        return ProcessHandle.current()
                .info()
                .startInstant()
                .map(at -> LocalDateTime.ofInstant(at, ZoneOffset.UTC))
                .orElse(LocalDateTime.MIN);
    }
}
