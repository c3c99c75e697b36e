package dev.steward.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.logging.StreamHandler;

/// Where the libraries' logs go: the terminal belongs to the messages for people.
public final class Logging {

    private Logging() {}

    public static void toFile(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            sendTo(new FileHandler(file.toString(), true));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// For a process whose output is a log file already.
    public static void toOutput() {
        sendTo(
                new StreamHandler(System.out, new SimpleFormatter()) {
                    @Override
                    public synchronized void publish(java.util.logging.LogRecord record) {
                        super.publish(record);
                        flush();
                    }
                });
    }

    private static void sendTo(Handler handler) {
        LogManager.getLogManager().reset();
        handler.setFormatter(new SimpleFormatter());
        handler.setLevel(Level.WARNING);
        var root = Logger.getLogger("");
        root.setLevel(Level.WARNING);
        root.addHandler(handler);
    }
}
