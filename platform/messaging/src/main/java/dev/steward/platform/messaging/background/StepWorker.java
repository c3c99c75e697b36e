package dev.steward.platform.messaging.background;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Repeats a step on a thread of its own: at once while there is more to do, otherwise as soon as
/// somebody calls [#wake] and every half second at the latest. The step is a transaction; what is
/// left to do stands in the database, so any instance goes on after a crash.
public final class StepWorker {

    private static final Logger LOG = Logger.getLogger(StepWorker.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(2);
    private static final Duration TO_FINISH = Duration.ofSeconds(15);

    private final String name;
    private final BooleanSupplier step;
    private final Semaphore wanted = new Semaphore(0);
    private volatile boolean running = true;
    private @Nullable Thread thread;

    /// @param step whether something was done, so that there may be more
    public StepWorker(String name, BooleanSupplier step) {
        this.name = name;
        this.step = step;
    }

    public void start(BackgroundThreads threads) {
        thread = threads.start(name, this::run);
    }

    public void wake() {
        wanted.release();
    }

    public void stop() throws InterruptedException {
        running = false;
        wake();
        if (thread != null) {
            thread.join(TO_FINISH);
        }
    }

    private void run() {
        while (running) {
            try {
                if (!done()) {
                    pause(POLL);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                running = false;
            }
        }
    }

    /// @return whether there may be more to do at once
    private boolean done() throws InterruptedException {
        try {
            return step.getAsBoolean();
        } catch (RuntimeException e) {
            FailureKinds.rethrowError(e);
            // Whatever it was: a worker that ends would leave its work to nobody.
            if (FailureKinds.kindOf(e, false) == FailureKinds.Kind.TRANSIENT) {
                LOG.warnf("%s failed and tries again: %s", name, FailureKinds.describe(e));
            } else {
                LOG.warnf(e, "%s failed and tries again", name);
            }
            pause(AFTER_A_FAILURE);
            return true;
        }
    }

    private void pause(Duration most) throws InterruptedException {
        if (running && wanted.tryAcquire(most.toMillis(), TimeUnit.MILLISECONDS)) {
            wanted.drainPermits();
        }
    }
}
