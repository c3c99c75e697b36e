package dev.steward.bench.load;

import dev.steward.bench.BenchFailure;
import dev.steward.bench.Cpu;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// wrk: a closed loop over a number of connections, each sending its next request when it has its
/// answer.
///
/// @param script Lua that makes the requests
public record Wrk(URI base, int connections, Path script, Path folder) {

    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([\\d.]+)");
    private static final Pattern COUNT = Pattern.compile("(\\d+) requests in");
    private static final Pattern REFUSED = Pattern.compile("Non-2xx or 3xx responses: (\\d+)");
    private static final Pattern SOCKET = Pattern.compile("Socket errors: .*");

    /// What wrk prints, read.
    record Outcome(double perSecond, long requests, double p50, double p99) {

        static Outcome of(String printed) {
            var refused = find(REFUSED, printed);
            var socket = SOCKET.matcher(printed);
            if (refused.isPresent() || socket.find()) {
                throw new BenchFailure("requests failed under load:\n" + printed);
            }
            return new Outcome(
                    Double.parseDouble(need(RATE, printed)),
                    Long.parseLong(need(COUNT, printed)),
                    percentile(printed, 50),
                    percentile(printed, 99));
        }

        private static double percentile(String printed, int percent) {
            var line = Pattern.compile("\\s" + percent + "%\\s+([\\d.]+)(us|ms|s|m)\\s");
            var match = line.matcher(printed);
            if (!match.find()) {
                throw new BenchFailure("wrk printed something else:\n" + printed);
            }
            var value = Double.parseDouble(match.group(1));
            return switch (match.group(2)) {
                case "us" -> value / 1_000;
                case "ms" -> value;
                case "s" -> value * 1_000;
                default -> value * 60_000;
            };
        }

        private static String need(Pattern pattern, String printed) {
            return find(pattern, printed)
                    .orElseThrow(() -> new BenchFailure("wrk printed something else:\n" + printed));
        }

        private static Optional<String> find(Pattern pattern, String printed) {
            var match = pattern.matcher(printed);
            return match.find() ? Optional.of(match.group(1)) : Optional.empty();
        }
    }

    /// @param lua the script's text
    public static Wrk with(URI base, int connections, String lua, Path folder) {
        try {
            var script = Files.createTempFile(folder, "wrk-", ".lua");
            Files.writeString(script, lua);
            return new Wrk(base, connections, script, folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public LoadSource line(String name, Cpu cpu) {
        return new LoadSource(
                name,
                duration -> {
                    var before = cpu.read();
                    var outcome = run(duration);
                    return new Sample(
                            outcome.perSecond(),
                            outcome.p50(),
                            outcome.p99(),
                            cpu.perRequestSince(before, outcome.requests()));
                });
    }

    private Outcome run(Duration duration) {
        var words =
                List.of(
                        Tool.WRK.path(),
                        "-t2",
                        "-c" + connections,
                        "-d" + duration.toSeconds() + "s",
                        "--timeout",
                        "10s",
                        "--latency",
                        "-s",
                        script.toString(),
                        base.toString());
        var command = new Command(words, Map.of(), folder.resolve("wrk.out"));
        return Outcome.of(command.run(duration.plusSeconds(30)));
    }
}
