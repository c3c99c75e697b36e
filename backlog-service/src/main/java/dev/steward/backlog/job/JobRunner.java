package dev.steward.backlog.job;

import dev.steward.platform.messaging.background.Attempts;
import dev.steward.platform.messaging.background.BackgroundThreads;
import dev.steward.platform.web.problem.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;

/// Runs open jobs concurrently, one step of each in turn, so that a large job does not delay small
/// ones. Jobs that failed have a slot of their own, so that others do not wait for their retries.
public final class JobRunner {

    private static final Logger LOG = Logger.getLogger(JobRunner.class);

    /// How long a stop waits for steps under way.
    private static final Duration TO_FINISH = Duration.ofSeconds(15);

    /// Executes the steps of jobs and ends them; each method is a transaction.
    public interface Steps {

        /// Jobs that have not ended.
        List<UUID> open();

        /// @return false when there is nothing to do now: it has ended, or another worker holds it
        boolean advance(UUID job);

        /// Ends the job: retrying would not help.
        void giveUp(UUID job, String code, String message);

        /// Time limit of a step's transaction.
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
    private final Semaphore slots = new Semaphore(2, true);
    private final Semaphore retrySlot = new Semaphore(1, true);
    private final Map<UUID, Thread> underWay = new ConcurrentHashMap<>();
    private final Set<UUID> failing = ConcurrentHashMap.newKeySet();
    private volatile boolean running = true;

    public JobRunner(
            Steps steps, WorkAttempts tries, Attempts attempts, BackgroundThreads threads) {
        this.steps = steps;
        this.tries = tries;
        this.attempts = attempts;
        this.threads = threads;
    }

    /// Starts the open jobs that are not running here yet; does not wait.
    public void startOpenJobs() {
        steps.open().forEach(job -> underWay.computeIfAbsent(job, this::start));
    }

    private Thread start(UUID job) {
        return threads.startVirtual("job " + job, () -> run(job));
    }

    /// Starts the open jobs and waits until none is running here.
    public void runOpenJobs() {
        startOpenJobs();
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

    private void run(UUID job) {
        try {
            var end = End.THERE_IS_MORE;
            while (running && (end == End.THERE_IS_MORE || end == End.TOOK_TOO_LONG)) {
                end = runStep(job);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            underWay.remove(job);
        }
    }

    private End runStep(UUID job) throws InterruptedException {
        var slot = failing.contains(job) ? retrySlot : slots;
        slot.acquire();
        try {
            return step(job);
        } finally {
            slot.release();
        }
    }

    /// Temporary failures are retried at the next look.
    private End step(UUID job) {
        try {
            var end = attempt(job);
            if (end == End.NOTHING_LEFT) {
                failing.remove(job);
            }
            return end;
        } catch (RuntimeException failure) {
            LOG.warnf("job %s is retried later: %s", job, Attempts.describe(failure));
            failing.add(job);
            undoAttempt(job);
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
                failing.add(job);
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
                failing.add(job);
                steps.giveUp(job, "internal-error", "Internal error.");
                yield End.WAITS;
            }
        };
    }

    private void undoAttempt(UUID job) {
        try {
            tries.fail(job, false);
        } catch (RuntimeException alsoNot) {
            LOG.debugf("an attempt at job %s could not be undone: %s", job, alsoNot.getMessage());
        }
    }
}
