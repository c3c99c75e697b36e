package dev.steward.platform.messaging.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Wakes the relay after a commit. Several signals between two passes of the relay count as one.
@ApplicationScoped
public class RelaySignal {

    private final Semaphore pending = new Semaphore(0);

    public void now() {
        pending.release();
    }

    /// Waits for a signal, or until the time is over.
    public void await(Duration most) throws InterruptedException {
        if (pending.tryAcquire(most.toMillis(), TimeUnit.MILLISECONDS)) {
            pending.drainPermits();
        }
    }
}
