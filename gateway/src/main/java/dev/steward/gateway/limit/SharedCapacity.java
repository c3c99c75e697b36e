package dev.steward.gateway.limit;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/// Something of which there is only so much, in all and for each caller: requests at once, bytes in
/// memory, bytes on disk.
public class SharedCapacity {

    public enum Taken {
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

    /// What was granted is to be given back, by the same caller's key.
    public Taken take(String caller, long amount) {
        if (byCaller.merge(caller, amount, Long::sum) > perCaller) {
            giveBack(caller, amount);
            return Taken.CALLERS_SHARE_IN_USE;
        }
        if (used.addAndGet(amount) > inAll) {
            give(caller, amount);
            return Taken.ALL_IN_USE;
        }
        return Taken.GRANTED;
    }

    public void give(String caller, long amount) {
        used.addAndGet(-amount);
        giveBack(caller, amount);
    }

    public long used() {
        return used.get();
    }

    private void giveBack(String caller, long amount) {
        byCaller.computeIfPresent(caller, (_, had) -> had == amount ? null : had - amount);
    }
}
