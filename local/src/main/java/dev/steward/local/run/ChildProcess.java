package dev.steward.local.run;

import dev.steward.local.Home;
import dev.steward.local.ProcessNote;
import dev.steward.local.Processes;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A part that is a JVM of its own.
final class ChildProcess implements Part {

    /// What to run. The environment is asked for at each start: passwords exist only once
    /// PostgreSQL does.
    record Plan(String name, List<String> command, Supplier<Map<String, String>> environment) {}

    /// An application may take ten seconds to finish its requests; then it is killed.
    private static final Duration STOP = Duration.ofSeconds(25);

    /// Ctrl-C reaches every process of the terminal at once, and a closed terminal too: a child
    /// that obeyed would be gone before those that still need it. It ignores both (a JVM leaves an
    /// ignored signal alone) and waits for the supervisor's SIGTERM.
    private static final List<String> DEAF_TO_THE_TERMINAL =
            List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$@\"", "sh");

    private final Plan plan;
    private final Path log;
    private final ProcessNote note;
    private final Predicate<ProcessHandle> ready;
    private volatile @Nullable Process process;

    ChildProcess(Plan plan, Home home, Predicate<ProcessHandle> ready) {
        this.plan = plan;
        this.log = home.log(plan.name());
        this.note = new ProcessNote(home.processes().resolve(plan.name()));
        this.ready = ready;
    }

    @Override
    public String name() {
        return plan.name();
    }

    @Override
    public void start() {
        var command = new ArrayList<>(DEAF_TO_THE_TERMINAL);
        command.addAll(plan.command());
        var builder =
                new ProcessBuilder(command)
                        .redirectInput(new File("/dev/null"))
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(plan.environment().get());
        try {
            var started = builder.start();
            process = started;
            note.write(started.toHandle());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean ready() {
        return process().filter(ready).isPresent();
    }

    @Override
    public Optional<ProcessHandle> process() {
        return Optional.ofNullable(process).filter(Process::isAlive).map(Process::toHandle);
    }

    @Override
    public void stop() {
        process().ifPresent(running -> Processes.stop(running, STOP));
        note.erase();
    }

    @Override
    public Path log() {
        return log;
    }
}
