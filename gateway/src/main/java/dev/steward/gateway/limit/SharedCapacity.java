package dev.steward.gateway.limit;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/// A limited resource, in total and for each caller: concurrent requests, bytes in memory, bytes on
/// disk.
public class SharedCapacity {

    public enum Acquisition {
        GRANTED,
        CALLERS_SHARE_IN_USE,
        ALL_IN_USE
    }

    private final long inAll;
    private final long perCaller;
    private final AtomicLong used = new AtomicLong();
    private final ConcurrentHashMap<String, Long> byCaller = new ConcurrentHashMap<>();

    public SharedCapacity(long inAll, long perCaller) {
        this.inAll = inAll;
        this.perCaller = perCaller;
    }

    /// What was granted must be released later with the same key.
    public Acquisition acquire(String caller, long amount) {
        if (byCaller.merge(caller, amount, Long::sum) > perCaller) {
            releaseShare(caller, amount);
            return Acquisition.CALLERS_SHARE_IN_USE;
        }
        if (used.addAndGet(amount) > inAll) {
            release(caller, amount);
            return Acquisition.ALL_IN_USE;
        }
        return Acquisition.GRANTED;
    }

    public void release(String caller, long amount) {
        used.addAndGet(-amount);
        releaseShare(caller, amount);
    }

    public long used() {
        return used.get();
    }

    private void releaseShare(String caller, long amount) {
        byCaller.computeIfPresent(caller, (_, had) -> had == amount ? null : had - amount);
    }
}
