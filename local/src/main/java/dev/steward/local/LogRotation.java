package dev.steward.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// Each `up` writes new logs; those of the last three runs are kept as `.1`, `.2` and `.3`.
public final class LogRotation {

    private static final int KEPT = 3;

    private LogRotation() {}

    public static void rotate(Path folder) {
        try {
            Files.createDirectories(folder);
            try (var logs = Files.newDirectoryStream(folder, "*.log")) {
                for (var log : logs) {
                    shift(log);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void shift(Path log) throws IOException {
        for (var age = KEPT - 1; age >= 0; age--) {
            var from = aged(log, age);
            if (Files.exists(from)) {
                Files.move(from, aged(log, age + 1), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static Path aged(Path log, int age) {
        return age == 0 ? log : log.resolveSibling(log.getFileName() + "." + age);
    }
}
