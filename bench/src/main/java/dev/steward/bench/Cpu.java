package dev.steward.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The processor time of named processes and their children, from `/proc` (Linux; elsewhere nothing
/// is told). Children that have ended count with whoever waited for them: pgbench's connections do
/// not outlive it.
public record Cpu(Map<String, ProcessHandle> processes) {

    private static final double TICK_MICROS = 10_000;

    /// @return microseconds so far
    public Map<String, Double> read() {
        return processes.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> ofTree(entry.getValue())));
    }

    /// @param before an earlier reading
    public Map<String, Double> perRequestSince(Map<String, Double> before, long requests) {
        var now = new HashMap<String, Double>();
        read().forEach((name, micros) ->
                now.put(name, (micros - before.getOrDefault(name, 0.0)) / Math.max(1, requests)));
        now.values().removeIf(micros -> micros <= 0);
        return Map.copyOf(now);
    }

    private static double ofTree(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                .mapToDouble(Cpu::ofOne)
                .sum();
    }

    private static double ofOne(ProcessHandle process) {
        try {
            return TICK_MICROS
                    * ticks(Files.readString(Path.of("/proc/" + process.pid() + "/stat")));
        } catch (IOException gone) {
            return 0;
        }
    }

    /// Fields 14 to 17 (proc(5)): own user and system time, and that of children waited for. The
    /// second field is a name in brackets that may hold anything.
    static long ticks(String stat) {
        var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return Stream.of(fields[11], fields[12], fields[13], fields[14])
                .mapToLong(Long::parseLong)
                .sum();
    }
}
