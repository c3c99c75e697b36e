package dev.steward.local.stack;

import dev.steward.local.Build;
import dev.steward.local.LocalFailure;
import dev.steward.local.Polling;
import dev.steward.local.Processes;
import dev.steward.local.postgres.PostgresServer;
import dev.steward.local.postgres.StalePostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// `target/test-stack`: how the test JVMs of a build and their stack find each other.
///
/// `stack.properties` says where it is, `owners/<pid>` for whom it runs, `lock` guards both.
final class TestStackFolder {

    private static final Duration LOCK_PATIENCE = Duration.ofMinutes(3);

    private final Path path;

    TestStackFolder(Path path) {
        this.path = path;
    }

    static TestStackFolder ofThisBuild() {
        return new TestStackFolder(Build.root().resolve("target").resolve("test-stack"));
    }

    Path path() {
        return path;
    }

    Path log() {
        return path.resolve("stack.log");
    }

    Path data() {
        return path.resolve("data");
    }

    Optional<StackCoordinates> coordinates() {
        return StackCoordinates.read(file());
    }

    void publish(StackCoordinates coordinates) {
        coordinates.write(file());
    }

    void register(ProcessHandle owner) {
        try {
            Files.createDirectories(owners());
            Files.writeString(owners().resolve(Long.toString(owner.pid())), started(owner));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean hasLivingOwner() {
        try (var files = Files.list(owners())) {
            return files.anyMatch(TestStackFolder::lives);
        } catch (IOException e) {
            // A clean build has removed the folder under the stack.
            return false;
        }
    }

    void withdraw() {
        try {
            Files.deleteIfExists(file());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A stack that still runs but does not answer any more is ended before its data go.
    void forgetOldStack() {
        coordinates()
                .flatMap(old -> ProcessHandle.of(old.pid()))
                .filter(TestStackFolder::isStack)
                .ifPresent(process -> Processes.stop(process, Duration.ofSeconds(20)));
        new StalePostgres(data().resolve("postgres").resolve("cluster")).stop();
        withdraw();
        try {
            PostgresServer.deleteTree(data());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Exclusive among processes and, as class loaders may load this class twice, inside one too.
    Lock lock() {
        try {
            Files.createDirectories(path);
            var channel =
                    FileChannel.open(
                            path.resolve("lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            var held = new AtomicReference<@Nullable FileLock>();
            if (!Polling.until(LOCK_PATIENCE, () -> tryLock(channel, held))) {
                channel.close();
                throw new LocalFailure("Another process holds " + path.resolve("lock") + ".");
            }
            return new Lock(channel);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean tryLock(FileChannel channel, AtomicReference<@Nullable FileLock> held) {
        try {
            held.set(channel.tryLock());
        } catch (OverlappingFileLockException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return held.get() != null;
    }

    private Path file() {
        return path.resolve("stack.properties");
    }

    private Path owners() {
        return path.resolve("owners");
    }

    private static boolean lives(Path owner) {
        try {
            var kept = Files.readString(owner);
            return ProcessHandle.of(Long.parseLong(owner.getFileName().toString()))
                    .filter(ProcessHandle::isAlive)
                    .filter(process -> started(process).equals(kept))
                    .isPresent();
        } catch (IOException | NumberFormatException e) {
            return false;
        }
    }

    /// Tells a process from a later one with the same number.
    private static String started(ProcessHandle process) {
        return process.info().startInstant().map(Object::toString).orElse("");
    }

    private static boolean isStack(ProcessHandle process) {
        return Stream.of(process.info().arguments().orElse(new String[0]))
                .anyMatch(argument -> argument.endsWith("test-stack/java.args"));
    }

    /// Releases the lock when closed.
    record Lock(FileChannel channel) implements AutoCloseable {
        @Override
        public void close() {
            try {
                channel.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
