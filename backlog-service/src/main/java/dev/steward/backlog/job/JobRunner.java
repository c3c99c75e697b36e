package dev.steward.backlog.job;

import dev.steward.platform.messaging.Attempts;
import dev.steward.platform.messaging.BackgroundThreads;
import dev.steward.platform.web.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;

/// Works on open jobs side by side, a step of each in turn: a large one holds up no small one. What
/// has failed has a place of its own, so that the others never wait for its next try.
public final class JobRunner {

    private static final Logger LOG = Logger.getLogger(JobRunner.class);

    /// For the step under way.
    private static final Duration TO_FINISH = Duration.ofSeconds(15);

    /// How steps are made and jobs ended; each method is a transaction.
    public interface Steps {

        /// @return false when there is nothing to do now: it has ended, or somebody else is at it
        boolean advance(UUID job);

        /// Trying again would not help.
        void giveUp(UUID job, String code, String why);

        /// Of the transaction of a step.
        Duration limit();
    }

    private enum End {
        THERE_IS_MORE,
        NOTHING_LEFT,
        TOOK_TOO_LONG,
        WAITS
    }

    private final Steps steps;
    private final WorkAttempts tries;
    private final Attempts attempts;
    private final BackgroundThreads threads;
    private final Semaphore places = new Semaphore(2, true);
    private final Semaphore again = new Semaphore(1, true);
    private final Map<UUID, Thread> underWay = new ConcurrentHashMap<>();
    private final Set<UUID> suspects = ConcurrentHashMap.newKeySet();
    private volatile boolean running = true;

    public JobRunner(Steps steps, WorkAttempts tries, Attempts attempts, BackgroundThreads threads) {
        this.steps = steps;
        this.tries = tries;
        this.attempts = attempts;
        this.threads = threads;
    }

    /// Waits for nothing. Those that are under way here already go on.
    public void begin(List<UUID> open) {
        for (var job : open) {
            underWay.computeIfAbsent(job, this::start);
        }
    }

    private Thread start(UUID job) {
        return threads.startVirtual("job " + job, () -> work(job));
    }

    /// Until nothing is under way.
    public void await() {
        try {
            for (var thread : List.copyOf(underWay.values())) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public void stop() throws InterruptedException {
        running = false;
        var until = System.nanoTime() + TO_FINISH.toNanos();
        for (var thread : List.copyOf(underWay.values())) {
            thread.join(Duration.ofNanos(Math.max(1, until - System.nanoTime())));
        }
    }

    private void work(UUID job) {
        try {
            var end = End.THERE_IS_MORE;
            while (running && (end == End.THERE_IS_MORE || end == End.TOOK_TOO_LONG)) {
                end = inTurn(job);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            underWay.remove(job);
        }
    }

    private End inTurn(UUID job) throws InterruptedException {
        var turn = suspects.contains(job) ? again : places;
        turn.acquire();
        try {
            return step(job);
        } finally {
            turn.release();
        }
    }

    /// What passes by itself is tried again at the next look.
    private End step(UUID job) {
        try {
            var end = attempt(job);
            if (end == End.NOTHING_LEFT) {
                suspects.remove(job);
            }
            return end;
        } catch (RuntimeException failure) {
            LOG.warnf("job %s waits: %s", job, Attempts.describe(failure));
            suspects.add(job);
            takeBack(job);
            return End.WAITS;
        }
    }

    private End attempt(UUID job) {
        return switch (attempts.attempt(steps.limit(), () -> steps.advance(job))) {
            case Attempts.Done<Boolean>(var more) -> {
                tries.settle(job);
                yield more ? End.THERE_IS_MORE : End.NOTHING_LEFT;
            }
            case Attempts.TookTooLong<Boolean>(var failure) -> {
                LOG.warnf("a step of job %s took too long: %s", job, Attempts.describe(failure));
                suspects.add(job);
                tries.fail(job, true);
                yield End.TOOK_TOO_LONG;
            }
            case Attempts.Failed<Boolean>(Refusal refusal) -> {
                LOG.infof("job %s is refused: %s", job, refusal.code());
                steps.giveUp(job, refusal.code(), String.valueOf(refusal.getMessage()));
                yield End.NOTHING_LEFT;
            }
            case Attempts.Failed<Boolean>(var failure) -> {
                LOG.errorf(failure, "job %s failed", job);
                suspects.add(job);
                steps.giveUp(job, "internal-error", "Something went wrong here.");
                yield End.WAITS;
            }
        };
    }

    private void takeBack(UUID job) {
        try {
            tries.fail(job, false);
        } catch (RuntimeException alsoNot) {
            LOG.debugf("a try at job %s could not be taken back: %s", job, alsoNot.getMessage());
        }
    }
}
