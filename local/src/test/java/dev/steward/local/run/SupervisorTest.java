package dev.steward.local.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.steward.local.Build;
import dev.steward.local.Home;
import dev.steward.local.LocalFailure;
import dev.steward.local.LogRotation;
import dev.steward.local.Polling;
import dev.steward.local.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisorTest {

    private static final Supervisor.RestartPolicy IMPATIENT =
            new Supervisor.RestartPolicy(
                    Duration.ofSeconds(30), Duration.ofMinutes(1), 3, Duration.ofMillis(20));
    private static final Duration LONG = Duration.ofSeconds(20);

    @TempDir Path folder;

    private final Queue<String> reported = new ConcurrentLinkedQueue<>();
    private Path diary;

    @BeforeEach
    void prepare() throws IOException {
        diary = folder.resolve("diary");
        LogRotation.rotate(folder.resolve("logs"));
    }

    @Test
    void startsAPartThatDiedAgainAndSaysSo() throws IOException {
        try (var supervisor = new Supervisor(IMPATIENT, reported::add)) {
            var part = living("backlog-service");
            supervisor.start(List.of(part));
            var first = part.process().orElseThrow();

            first.destroyForcibly();

            assertThat(Polling.until(LONG, () -> times("backlog-service runs") == 2)).isTrue();
            assertThat(part.process()).isPresent().isNotEqualTo(first);
            assertThat(reported)
                    .anyMatch(line -> line.startsWith("backlog-service has died after"))
                    .contains("backlog-service is started again");
        }
    }

    @Test
    void givesUpOnAPartThatOnlyDiesAndShowsItsLastWords() {
        try (var supervisor = new Supervisor(IMPATIENT, reported::add)) {
            var part = part("sprint-service", List.of("die"));

            assertThatThrownBy(() -> supervisor.start(List.of(part)))
                    .isInstanceOf(LocalFailure.class)
                    .hasMessageContaining("sprint-service does not start");
            assertThat(reported)
                    .last(InstanceOfAssertFactories.STRING)
                    .contains("sprint-service died 3 times in a row")
                    .contains("cannot reach the moon")
                    .contains("stand-in with password secret");
        }
    }

    @Test
    void stopsWhatWasStartedLastFirst() throws IOException {
        var supervisor = new Supervisor(IMPATIENT, reported::add);
        supervisor.start(List.of(living("kafka")));
        supervisor.start(List.of(living("sprint-service")));
        supervisor.start(List.of(living("gateway")));

        supervisor.close();

        assertThat(Files.readAllLines(diary))
                .endsWith("gateway stopped", "sprint-service stopped", "kafka stopped");
        assertThatThrownBy(() -> supervisor.start(List.of(living("late"))))
                .isInstanceOf(LocalFailure.class);
    }

    @Test
    void aChildDoesNotHearTheCtrlCOfTheTerminal() throws IOException {
        try (var supervisor = new Supervisor(IMPATIENT, reported::add)) {
            var part = living("gateway");
            supervisor.start(List.of(part));
            var process = part.process().orElseThrow();

            Processes.signal(process, "INT");
            Processes.signal(process, "HUP");

            assertThat(Processes.awaitExit(process, Duration.ofSeconds(1))).isFalse();
        }
        assertThat(Files.readAllLines(diary)).containsExactly("gateway runs", "gateway stopped");
    }

    @Test
    void theNextRunEndsWhatAKilledOneLeftBehind() {
        var part = living("feedback-service");
        part.start();
        assertThat(Polling.until(LONG, part::ready)).isTrue();
        var orphan = part.process().orElseThrow();

        new StaleProcesses(new Home(folder), reported::add).end();

        assertThat(orphan.isAlive()).isFalse();
        assertThat(reported).containsExactly("feedback-service of a killed run is stopped");
    }

    @Test
    void onlyOneMayRun() throws IOException {
        var home = new Home(folder);
        var other =
                new ProcessBuilder(
                                Build.java().toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                "-Dsteward.root=" + folder,
                                ClaimHolder.class.getName())
                        .inheritIO()
                        .start();
        try {
            var claimed = folder.resolve(".steward").resolve("up.pid");
            assertThat(Polling.until(LONG, () -> Files.exists(claimed))).isTrue();

            assertThatThrownBy(() -> new Home(folder.resolve(".steward")).claim())
                    .isInstanceOf(Home.AlreadyRuns.class)
                    .hasMessageContaining("process " + other.pid());
        } finally {
            other.destroyForcibly();
            Processes.awaitExit(other.toHandle(), LONG);
        }
        home.claim().close();
    }

    /// Another `up`, as far as the claim goes.
    static final class ClaimHolder {
        public static void main(String[] arguments) throws InterruptedException {
            try (var _ = Home.ofThisWorkingCopy().claim()) {
                new java.util.concurrent.CountDownLatch(1).await();
            }
        }
    }

    private ChildProcess living(String name) {
        return part(name, List.of("live", name, diary.toString()));
    }

    private ChildProcess part(String name, List<String> arguments) {
        var command =
                new java.util.ArrayList<>(
                        List.of(
                                Build.java().toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                StandIn.class.getName()));
        command.addAll(arguments);
        var plan =
                new ChildProcess.Plan(name, command, () -> Map.of("STAND_IN_PASSWORD", "secret"));
        return new ChildProcess(plan, new Home(folder), _ -> times(name + " runs") > 0);
    }

    private long times(String line) {
        try {
            return Files.exists(diary)
                    ? Files.readAllLines(diary).stream().filter(line::equals).count()
                    : 0;
        } catch (IOException e) {
            return 0;
        }
    }
}
