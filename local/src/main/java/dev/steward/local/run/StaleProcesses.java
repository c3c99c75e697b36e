package dev.steward.local.run;

import dev.steward.local.Home;
import dev.steward.local.ProcessNote;
import dev.steward.local.Processes;
import dev.steward.local.postgres.StalePostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// What lives on after a kill -9 of `up`: its children, on our ports and our data.
record StaleProcesses(Home home, Consumer<String> report) {

    private static final Duration PATIENCE = Duration.ofSeconds(25);

    /// Ends them as a stop in order would: PostgreSQL last.
    void end() {
        notes().forEach(this::end);
        new StalePostgres(home.postgres().resolve("cluster")).stop();
    }

    private void end(ProcessNote note) {
        note.living()
                .ifPresent(process -> {
                    report.accept(note.file().getFileName() + " of a killed run is stopped");
                    Processes.stop(process, PATIENCE);
                });
        note.erase();
    }

    private List<ProcessNote> notes() {
        if (!Files.isDirectory(home.processes())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(home.processes())) {
            return files.sorted().map(ProcessNote::new).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
