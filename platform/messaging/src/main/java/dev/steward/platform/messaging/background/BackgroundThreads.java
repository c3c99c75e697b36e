package dev.steward.platform.messaging.background;

import io.quarkus.runtime.Quarkus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;

/// Starts the threads of loops that run as long as the process. What escapes such a loop (an
/// `Error`, or an exception that it did not expect) ends the process: it is started again, while a
/// thread that is gone would be missed by nobody.
@ApplicationScoped
public class BackgroundThreads {

    private static final Logger LOG = Logger.getLogger(BackgroundThreads.class);
    private static final int SOFTWARE_ERROR = 70;

    /// For requests under way; a shutdown that hangs must not keep a broken process alive.
    private static final Duration LAST_RESORT = Duration.ofSeconds(20);

    private final Runnable end;

    @Inject
    public BackgroundThreads() {
        this(BackgroundThreads::endProcess);
    }

    public BackgroundThreads(Runnable end) {
        this.end = end;
    }

    public Thread start(String name, Runnable loop) {
        return Thread.ofPlatform().name(name).uncaughtExceptionHandler(this::escaped).start(loop);
    }

    public Thread startVirtual(String name, Runnable loop) {
        return Thread.ofVirtual().name(name).uncaughtExceptionHandler(this::escaped).start(loop);
    }

    private void escaped(Thread thread, Throwable failure) {
        try {
            LOG.fatalf(
                    failure,
                    "%s has ended with %s: the process ends, to be started again.",
                    thread.getName(),
                    failure.getClass().getName());
            end.run();
        } catch (Throwable withoutMemoryEvenForThat) {
            Runtime.getRuntime().halt(SOFTWARE_ERROR);
        }
    }

    private static void endProcess() {
        Thread.ofPlatform()
                .daemon()
                .name("last-resort")
                .start(() -> {
                    var until = System.nanoTime() + LAST_RESORT.toNanos();
                    while (System.nanoTime() < until) {
                        LockSupport.parkNanos(until - System.nanoTime());
                    }
                    Runtime.getRuntime().halt(SOFTWARE_ERROR);
                });
        Quarkus.asyncExit(SOFTWARE_ERROR);
    }
}
