package dev.steward.sprint.team;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Maps names of time zones to the current names of the IANA database. Java also knows outdated
/// names (`US/Pacific`, `Asia/Calcutta`); a PostgreSQL server may not, so they are never stored.
final class TimeZones {

    private static final Map<String, String> CURRENT_NAMES = aliases();

    private TimeZones() {}

    /// The current name; empty when there is no such time zone.
    static Optional<String> canonical(String name) {
        var current = CURRENT_NAMES.getOrDefault(name, name);
        return ZoneId.getAvailableZoneIds().contains(current) && !isKnownToJavaOnly(current)
                ? Optional.of(current)
                : Optional.empty();
    }

    private static boolean isKnownToJavaOnly(String name) {
        return name.startsWith("SystemV/");
    }

    private static Map<String, String> aliases() {
        Map<String, String> aliases = new HashMap<>();
        try (var file = TimeZones.class.getResourceAsStream("/time-zone-aliases.txt")) {
            if (file == null) {
                throw new IllegalStateException("time-zone-aliases.txt is missing");
            }
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" "))
                    .forEach(names -> aliases.put(names[0], names[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return aliases;
    }
}
