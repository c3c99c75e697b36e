package dev.steward.local.postgres;

import dev.steward.local.Polling;
import dev.steward.local.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/// What a crash may have left running on a data directory: the server itself, when only its
/// supervisor was killed, or server processes that have not noticed yet that their parent is gone.
public final class StalePostgres {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Path cluster;

    public StalePostgres(Path cluster) {
        this.cluster = cluster;
    }

    public void stop() {
        postmaster().ifPresent(StalePostgres::stopFast);
        // PostgreSQL refuses to start while one of them still holds the shared memory.
        Polling.until(PATIENCE, () -> workers().findAny().isEmpty());
    }

    /// The living server of the directory, as its pid file tells; a number that now belongs to
    /// another program does not count.
    Optional<ProcessHandle> postmaster() {
        return pid().flatMap(ProcessHandle::of)
                .filter(ProcessHandle::isAlive)
                .filter(StalePostgres::isPostgres);
    }

    private Optional<Long> pid() {
        try {
            var lines = Files.readAllLines(cluster.resolve("postmaster.pid"));
            return lines.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Long.valueOf(lines.getFirst().strip()));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info().command().map(command -> command.endsWith("postgres")).orElse(false);
    }

    /// Interrupt is PostgreSQL's fast shutdown; terminate would wait for clients to leave.
    private static void stopFast(ProcessHandle postmaster) {
        Processes.signal(postmaster, "INT");
        if (!Processes.awaitExit(postmaster, PATIENCE)) {
            postmaster.destroyForcibly();
        }
    }

    /// Each of its processes works in the data directory. Only Linux tells; elsewhere the time that
    /// it takes to get here has to be enough.
    private Stream<ProcessHandle> workers() {
        return ProcessHandle.allProcesses().filter(this::worksHere);
    }

    private boolean worksHere(ProcessHandle process) {
        try {
            var place = Files.readSymbolicLink(Path.of("/proc/" + process.pid() + "/cwd"));
            return place.equals(cluster) && isPostgres(process);
        } catch (IOException e) {
            return false;
        }
    }
}
