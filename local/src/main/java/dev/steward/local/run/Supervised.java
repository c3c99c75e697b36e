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
    private final Supervisor.RestartPolicy policy;
    private final Consumer<String> report;
    private final long begunAt = System.nanoTime();

    /// Starting and stopping exclude each other: a stop waits for a start that is under way.
    private final ReentrantLock changing = new ReentrantLock();

    private final CountDownLatch stopRequested = new CountDownLatch(1);
    private volatile boolean gaveUp;

    Supervised(Part part, Supervisor.RestartPolicy policy, Consumer<String> report) {
        this.part = part;
        this.policy = policy;
        this.report = report;
    }

    void begin() {
        Thread.ofPlatform().name("watch-" + part.name()).daemon().start(this::watch);
    }

    void awaitReady() {
        var ready = Polling.until(policy.readiness(), () -> gaveUp || isStopping() || part.ready());
        if (gaveUp) {
            throw new LocalFailure(part.name() + " does not start; why is said above.");
        }
        if (isStopping()) {
            throw new LocalFailure(part.name() + " is being stopped.");
        }
        if (!ready) {
            throw new LocalFailure(
                    part.name()
                            + " is not ready after "
                            + inSeconds(policy.readiness())
                            + "."
                            + logEnd());
        }
        report.accept(part.name() + " is ready (" + inSeconds(sinceBegin()) + ")");
    }

    void requestStop() {
        stopRequested.countDown();
    }

    void end() {
        requestStop();
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
        while (!isStopping()) {
            var startedAt = System.nanoTime();
            var death = runOnce();
            if (isStopping()) {
                return;
            }
            var lived = Duration.ofNanos(System.nanoTime() - startedAt);
            quickDeaths = lived.compareTo(policy.quickDeath()) < 0 ? quickDeaths + 1 : 1;
            if (quickDeaths >= policy.quickDeaths()) {
                giveUp(quickDeaths);
                return;
            }
            onDeath(death, lived, policy.pauseAfter(quickDeaths));
        }
    }

    /// Starts it, waits for its end, and says how it ended.
    private String runOnce() {
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
            if (!isStopping()) {
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
            if (!stopRequested.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                report.accept(part.name() + " is started again");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            requestStop();
        }
    }

    private void giveUp(int deaths) {
        report.accept(part.name() + " died " + deaths + " times in a row: giving up." + logEnd());
        gaveUp = true;
    }

    private String logEnd() {
        return "\nThe end of " + part.log() + ":\n" + Logs.tail(part.log(), LOG_LINES).indent(4);
    }

    private boolean isStopping() {
        return stopRequested.getCount() == 0;
    }

    private Duration sinceBegin() {
        return Duration.ofNanos(System.nanoTime() - begunAt);
    }

    private static String inSeconds(Duration duration) {
        return "%.1f s".formatted(duration.toMillis() / 1000.0);
    }
}
