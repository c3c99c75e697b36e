package dev.steward.platform.messaging;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Works on republishes of this service, and clears what others lost, on a thread of its own. Any
/// instance may: each step is a transaction that the next one goes on from.
@ApplicationScoped
public class RepublishLoop {

    private static final Logger LOG = Logger.getLogger(RepublishLoop.class);
    private static final Duration POLL = Duration.ofSeconds(1);

    private final MessagingConfig config;
    private final Republish republish;
    private final LostAggregates lost;
    private final BackgroundThreads threads;
    private final Backoff backoff = new Backoff();
    private final Semaphore stopping = new Semaphore(0);
    private volatile boolean running;
    private @Nullable Thread thread;

    RepublishLoop(
            MessagingConfig config,
            Republish republish,
            LostAggregates lost,
            BackgroundThreads threads) {
        this.config = config;
        this.republish = republish;
        this.lost = lost;
        this.threads = threads;
    }

    void start(@Observes @Priority(Integer.MAX_VALUE) StartupEvent started) {
        if (config.running()) {
            running = true;
            thread = threads.start("republish", this::run);
        }
    }

    void stop(@Observes @Priority(1) ShutdownEvent stop) throws InterruptedException {
        running = false;
        stopping.release();
        if (thread != null) {
            thread.join(Duration.ofSeconds(20));
        }
    }

    private void run() {
        while (running) {
            try {
                if (!republish.step() & !lost.step()) {
                    pause();
                }
                backoff.reset();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                running = false;
            } catch (RuntimeException e) {
                // A step that failed has changed nothing and is tried again.
                LOG.warnf("Republishing waits: %s", Failures.describe(e));
                backoff.pause();
            }
        }
    }

    private void pause() throws InterruptedException {
        if (stopping.tryAcquire(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
            running = false;
        }
    }
}
