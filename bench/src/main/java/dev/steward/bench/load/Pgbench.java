package dev.steward.bench.load;

import dev.steward.bench.BenchFailure;
import dev.steward.bench.Cpu;
import dev.steward.local.postgres.DatabaseCredentials;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// pgbench with scripts of ours: what the same statements take without a service around them.
/// Prepared statements, as the services use them.
///
/// @param variables that the scripts begin with
public record Pgbench(
        DatabaseCredentials database,
        List<Path> scripts,
        Map<String, String> variables,
        Path folder) {

    private static final Pattern RATE = Pattern.compile("(?m)^tps = ([\\d.]+)");
    private static final Pattern COUNT =
            Pattern.compile("number of transactions actually processed: (\\d+)");
    private static final Pattern FAILED =
            Pattern.compile("number of failed transactions: ([1-9]\\d*)");
    private static final Pattern LATENCY = Pattern.compile("latency average = ([\\d.]+) ms");
    private static final Pattern ADDRESS =
            Pattern.compile("jdbc:postgresql://([^:/]+):(\\d+)/(\\w+).*");

    /// What pgbench prints, read.
    ///
    /// @param latency mean, milliseconds
    public record Outcome(double perSecond, long transactions, double latency) {

        static Outcome of(String printed) {
            if (FAILED.matcher(printed).find() || printed.contains("aborted")) {
                throw new BenchFailure("statements failed under load:\n" + printed);
            }
            return new Outcome(
                    need(RATE, printed), (long) need(COUNT, printed), need(LATENCY, printed));
        }

        private static double need(Pattern pattern, String printed) {
            var match = pattern.matcher(printed);
            if (!match.find()) {
                throw new BenchFailure("pgbench printed something else:\n" + printed);
            }
            return Double.parseDouble(match.group(1));
        }
    }

    public LoadSource line(String name, int connections, Cpu cpu) {
        return new LoadSource(
                name,
                duration -> {
                    var before = cpu.read();
                    var outcome = run(connections, List.of("-T", "" + duration.toSeconds()));
                    return new Sample(
                            outcome.perSecond(),
                            outcome.latency(),
                            outcome.latency(),
                            cpu.perRequestSince(before, outcome.transactions()));
                });
    }

    /// @param amount `-T seconds` or `-t transactions`
    public Outcome run(int connections, List<String> amount) {
        var address = ADDRESS.matcher(database.url());
        if (!address.matches()) {
            throw new BenchFailure("This is no address of a database: " + database.url());
        }
        var words = new ArrayList<>(List.of(Tool.PGBENCH.path(), "-n", "-M", "prepared"));
        words.addAll(List.of("-h", address.group(1), "-p", address.group(2)));
        words.addAll(List.of("-U", database.ownerUser(), "-c", "" + connections));
        words.addAll(List.of("-j", "" + Math.min(2, connections)));
        words.addAll(amount);
        with(variables).forEach((name, value) -> words.addAll(List.of("-D", name + "=" + value)));
        scripts.forEach(script -> words.addAll(List.of("-f", script.toString())));
        words.add(address.group(3));
        var environment = Map.of("PGPASSWORD", database.ownerPassword());
        var command = new Command(words, environment, folder.resolve("pgbench.out"));
        return Outcome.of(command.run(Duration.ofMinutes(5)));
    }

    /// `base` is another number in each run, from which scripts make ids that are new.
    private static Map<String, String> with(Map<String, String> variables) {
        var all = new HashMap<>(variables);
        all.put("base", Long.toString(System.nanoTime() / 1_000 % 1_000_000_000_000L * 1_000_000));
        all.put("seq", "0");
        return all;
    }
}
