package dev.steward.platform.web.request;

import dev.steward.platform.web.problem.Overloaded;
import dev.steward.platform.web.problem.TooManyConcurrentRequests;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/// How much memory the requests under way may take, in all and for each caller. A request over the
/// limit waits a moment for its turn, in the order of arrival and before anything of it is read,
/// and is then refused. Large requests also take processor time, so at most half as many of one
/// caller run at once as there are processors. Sizes are in KiB.
final class RequestBudget {

    static final int LARGE = 2 * 1024;

    static final int LARGE_AT_ONCE = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

    /// Each of those ahead takes its own time, in which this one takes no more than a connection.
    private static final int TURNS_TO_WAIT = 5;

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

    /// @param turns for its large requests
    /// @param users the requests that are under way or wait
    private record CallerShare(Semaphore free, Semaphore turns, int users) {

        static CallerShare of(int size) {
            return new CallerShare(
                    new Semaphore(size, true), new Semaphore(LARGE_AT_ONCE, true), 0);
        }

        CallerShare with(int more) {
            return new CallerShare(free, turns, users + more);
        }
    }

    /// What a request holds until it is answered.
    interface Lease {

        /// Once; again does nothing.
        void end();
    }

    /// @throws TooManyConcurrentRequests when the caller's own requests take what is theirs
    /// @throws Overloaded when those of all callers take what there is
    Lease take(String caller, int wanted) {
        // One request alone always fits: what it takes at most is bounded elsewhere.
        var size = Math.min(wanted, ofOneCaller);
        var own = join(caller);
        var held = new Held(caller);
        var hasTurn = wanted < LARGE || held.take(own.turns(), 1, patience * TURNS_TO_WAIT);
        if (!hasTurn || !held.take(own.free(), size, patience)) {
            held.end();
            throw new TooManyConcurrentRequests();
        }
        if (!held.take(ofAll, size, patience)) {
            held.end();
            throw new Overloaded();
        }
        return held;
    }

    private final class Held implements Lease {

        private final String caller;
        private final Deque<Runnable> givingBack = new ArrayDeque<>();
        private final AtomicBoolean ended = new AtomicBoolean();

        Held(String caller) {
            this.caller = caller;
        }

        private boolean take(Semaphore free, int size, long millis) {
            try {
                if (!free.tryAcquire(size, millis, TimeUnit.MILLISECONDS)) {
                    return false;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
            givingBack.push(() -> free.release(size));
            return true;
        }

        @Override
        public void end() {
            if (ended.compareAndSet(false, true)) {
                givingBack.forEach(Runnable::run);
                leave(caller);
            }
        }
    }

    int free() {
        return ofAll.availablePermits();
    }

    int callers() {
        return shares.size();
    }

    private CallerShare join(String caller) {
        return shares.compute(
                caller,
                (_, share) -> (share == null ? CallerShare.of(ofOneCaller) : share).with(1));
    }

    private void leave(String caller) {
        shares.computeIfPresent(caller, (_, share) -> share.users() == 1 ? null : share.with(-1));
    }
}
