package dev.steward.platform.messaging.readyourwrites;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Wakes requests that wait (`Steward-After`) until an event has been applied here.
@ApplicationScoped
public class ProjectionSignal {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();

    public void announce() {
        lock.lock();
        try {
            arrived.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Waits until something arrived here or the time is over: another instance may own the
    /// partition.
    ///
    /// @return whether something arrived
    boolean await(long millis) throws InterruptedException {
        lock.lock();
        try {
            return arrived.await(millis, TimeUnit.MILLISECONDS);
        } finally {
            lock.unlock();
        }
    }
}
