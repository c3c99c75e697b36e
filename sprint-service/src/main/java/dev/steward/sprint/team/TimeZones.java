package dev.steward.sprint.team;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Time zones by the names that the IANA database uses today. Java also knows the older ones
/// (`US/Pacific`, `Asia/Calcutta`); a PostgreSQL server need not, so none of them is stored.
final class TimeZones {

    private static final Map<String, String> TODAY = aliases();

    private TimeZones() {}

    /// Today's name; empty where there is no such zone.
    static Optional<String> canonical(String name) {
        var today = TODAY.getOrDefault(name, name);
        return ZoneId.getAvailableZoneIds().contains(today) && !isOfJavaAlone(today)
                ? Optional.of(today)
                : Optional.empty();
    }

    private static boolean isOfJavaAlone(String name) {
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
