package dev.steward.platform.web;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/// How much memory the requests that are under way may take, all together and those of one caller.
/// What goes beyond waits its turn for a moment, in the order of its arrival and with nothing read
/// of it, and is then refused. Sizes are KiB.
final class RequestBudget {

    private final int ofOneCaller;
    private final long patience;
    private final Semaphore ofAll;
    private final ConcurrentMap<String, CallerShare> shares = new ConcurrentHashMap<>();

    /// @param ofOneCaller of the whole; two callers together can fill it, one never
    /// @param patience in milliseconds
    RequestBudget(int whole, int ofOneCaller, long patience) {
        this.ofOneCaller = ofOneCaller;
        this.patience = patience;
        ofAll = new Semaphore(whole, true);
    }

    private record CallerShare(Semaphore free, int users) {}

    /// What a request holds until it is answered.
    interface Lease {

        /// Once; again does nothing.
        void end();
    }

    /// @throws TooManyUnderWay when the caller's own requests take what is theirs
    /// @throws Overloaded when those of all callers take what there is
    Lease take(String caller, int wanted) {
        // One request alone always fits: what it takes at most is bounded elsewhere.
        var size = Math.min(wanted, ofOneCaller);
        var own = join(caller);
        if (!waitFor(own, size)) {
            leave(caller);
            throw new TooManyUnderWay();
        }
        if (!waitFor(ofAll, size)) {
            own.release(size);
            leave(caller);
            throw new Overloaded();
        }
        var ended = new AtomicBoolean();
        return () -> {
            if (ended.compareAndSet(false, true)) {
                ofAll.release(size);
                own.release(size);
                leave(caller);
            }
        };
    }

    int free() {
        return ofAll.availablePermits();
    }

    int callers() {
        return shares.size();
    }

    private Semaphore join(String caller) {
        return shares.compute(
                        caller,
                        (_, share) ->
                                share == null
                                        ? new CallerShare(new Semaphore(ofOneCaller, true), 1)
                                        : new CallerShare(share.free(), share.users() + 1))
                .free();
    }

    private void leave(String caller) {
        shares.computeIfPresent(
                caller,
                (_, share) ->
                        share.users() == 1
                                ? null
                                : new CallerShare(share.free(), share.users() - 1));
    }

    private boolean waitFor(Semaphore free, int size) {
        try {
            return free.tryAcquire(size, patience, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
