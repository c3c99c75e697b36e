package dev.steward.bench.load;

import dev.steward.bench.BenchFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A program of others that ends by itself, or is ended.
record Command(List<String> words, Map<String, String> environment, Path output) {

    private static final int LAST_WORDS = 1_500;

    /// @return what it printed
    String run(Duration atMost) {
        var builder =
                new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        try {
            var process = builder.start();
            try {
                var ended = process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS);
                var printed = java.nio.file.Files.readString(output);
                if (!ended || process.exitValue() != 0) {
                    throw new BenchFailure(
                            words.getFirst()
                                    + " failed; the end of "
                                    + output
                                    + ":\n"
                                    + end(printed));
                }
                return printed;
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchFailure("interrupted", e);
        }
    }

    private static String end(String printed) {
        return printed.substring(Math.max(0, printed.length() - LAST_WORDS));
    }
}
