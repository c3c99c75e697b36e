package dev.steward.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Reading log files for a message.
public final class Logs {

    private Logs() {}

    /// The last lines, or what is wrong with the file.
    public static String tail(Path log, int lines) {
        try {
            // Logs may hold anything: a byte that is not UTF-8 must not hide the rest.
            var text = new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
            List<String> all = text.lines().toList();
            return String.join("\n", all.subList(Math.max(0, all.size() - lines), all.size()));
        } catch (IOException e) {
            return "(" + log + " cannot be read: " + e.getMessage() + ")";
        }
    }
}
