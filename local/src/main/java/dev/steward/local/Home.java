package dev.steward.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/// `.steward`: everything the local system keeps between runs.
public record Home(Path path) {

    public static Home ofThisWorkingCopy() {
        return new Home(Build.root().resolve(".steward"));
    }

    public Path postgres() {
        return path.resolve("postgres");
    }

    public Path kafka() {
        return path.resolve("kafka");
    }

    public Path issuer() {
        return path.resolve("issuer");
    }

    /// What operations on the services need (`STEWARD_OPS_SECRET`): of the environment, else made
    /// once.
    public String operationsSecret() {
        var given = System.getenv("STEWARD_OPS_SECRET");
        return given == null || given.isBlank()
                ? new Secrets(path.resolve("operations.properties")).password("secret")
                : given;
    }

    public Path mailbox() {
        return path.resolve("mailbox");
    }

    public Path log(String part) {
        return path.resolve("logs").resolve(part + ".log");
    }

    /// Where the processes that were started are noted, for the run after a crash.
    public Path processes() {
        return path.resolve("processes");
    }

    public Path coordinates() {
        return path.resolve("stack.properties");
    }

    /// Held as long as `up` runs and given back by the operating system however it ends.
    public Claim claim() {
        try {
            Files.createDirectories(path);
            var channel =
                    FileChannel.open(
                            path.resolve("up.lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                channel.close();
                throw new AlreadyRuns(runner().orElse("unknown"));
            }
            Files.writeString(pidFile(), Long.toString(ProcessHandle.current().pid()));
            return new Claim(this, channel);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The process id of the `up` that runs, or ran last.
    Optional<String> runner() {
        try {
            return Optional.of(Files.readString(pidFile()).strip());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private Path pidFile() {
        return path.resolve("up.pid");
    }

    /// The right to be the only one.
    public record Claim(Home home, FileChannel channel) implements AutoCloseable {
        @Override
        public void close() {
            try {
                Files.deleteIfExists(home.pidFile());
                channel.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /// Another `up` of this working copy runs.
    public static final class AlreadyRuns extends LocalFailure {
        AlreadyRuns(String pid) {
            super(
                    "Steward already runs from this folder (process "
                            + pid
                            + "). Stop it with Ctrl-C where it runs, or with: kill "
                            + pid);
        }
    }
}
