package dev.steward.local.run;

import dev.steward.local.LocalFailure;
import dev.steward.local.Logs;
import dev.steward.local.Polling;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/// One part under supervision, watched by a thread of its own.
final class Supervised {

    private static final int LOG_LINES = 25;

    private final Part part;
    private final Supervisor.Patience patience;
    private final Consumer<String> report;
    private final long begunAt = System.nanoTime();

    /// Starting and stopping exclude each other: a stop waits for a start that is under way.
    private final ReentrantLock changing = new ReentrantLock();

    private final CountDownLatch letGo = new CountDownLatch(1);
    private volatile boolean gaveUp;

    Supervised(Part part, Supervisor.Patience patience, Consumer<String> report) {
        this.part = part;
        this.patience = patience;
        this.report = report;
    }

    void begin() {
        Thread.ofPlatform().name("watch-" + part.name()).daemon().start(this::watch);
    }

    void awaitReady() {
        var ready = Polling.until(patience.readiness(), () -> gaveUp || isLetGo() || part.ready());
        if (gaveUp) {
            throw new LocalFailure(part.name() + " does not start; why is said above.");
        }
        if (isLetGo()) {
            throw new LocalFailure(part.name() + " is being stopped.");
        }
        if (!ready) {
            throw new LocalFailure(
                    part.name()
                            + " is not ready after "
                            + inSeconds(patience.readiness())
                            + "."
                            + logEnd());
        }
        report.accept(part.name() + " is ready (" + inSeconds(sinceBegin()) + ")");
    }

    void letGo() {
        letGo.countDown();
    }

    void end() {
        letGo();
        changing.lock();
        try {
            part.stop();
        } finally {
            changing.unlock();
        }
        report.accept(part.name() + " has stopped");
    }

    private void watch() {
        var quickDeaths = 0;
        while (!isLetGo()) {
            var startedAt = System.nanoTime();
            var death = liveOnce();
            if (isLetGo()) {
                return;
            }
            var lived = Duration.ofNanos(System.nanoTime() - startedAt);
            quickDeaths = lived.compareTo(patience.quickDeath()) < 0 ? quickDeaths + 1 : 1;
            if (quickDeaths >= patience.quickDeaths()) {
                giveUp(quickDeaths);
                return;
            }
            onDeath(death, lived, patience.pauseAfter(quickDeaths));
        }
    }

    /// Starts it, waits for its end, and says how it ended.
    private String liveOnce() {
        try {
            start();
        } catch (LocalFailure | UncheckedIOException e) {
            return "did not start: " + reason(e) + ",";
        }
        part.process().ifPresent(process -> process.onExit().join());
        return "has died";
    }

    private static String reason(RuntimeException failure) {
        var cause = failure.getCause();
        return failure.getMessage() + (cause == null ? "" : " " + cause.getMessage());
    }

    private void start() {
        changing.lock();
        try {
            if (!isLetGo()) {
                part.start();
            }
        } finally {
            changing.unlock();
        }
    }

    private void onDeath(String death, Duration lived, Duration pause) {
        report.accept(
                "%s %s after %s; starting it again in %s (log: %s)"
                        .formatted(
                                part.name(),
                                death,
                                inSeconds(lived),
                                inSeconds(pause),
                                part.log()));
        try {
            if (!letGo.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                report.accept(part.name() + " is started again");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            letGo();
        }
    }

    private void giveUp(int deaths) {
        report.accept(part.name() + " died " + deaths + " times in a row: giving up." + logEnd());
        gaveUp = true;
    }

    private String logEnd() {
        return "\nThe end of " + part.log() + ":\n" + Logs.tail(part.log(), LOG_LINES).indent(4);
    }

    private boolean isLetGo() {
        return letGo.getCount() == 0;
    }

    private Duration sinceBegin() {
        return Duration.ofNanos(System.nanoTime() - begunAt);
    }

    private static String inSeconds(Duration duration) {
        return "%.1f s".formatted(duration.toMillis() / 1000.0);
    }
}
