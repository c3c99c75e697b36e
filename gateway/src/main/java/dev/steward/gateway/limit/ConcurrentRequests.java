package dev.steward.gateway.limit;

import dev.steward.gateway.caller.Caller;
import dev.steward.gateway.limit.SharedCapacity.Acquisition;
import dev.steward.gateway.problem.Problem;
import dev.steward.gateway.problem.ProblemException;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;

/// Limits the number of concurrent requests, in total and for each caller. The limit of one caller
/// is smaller than the number of connections to a service, so that no caller can use up all of
/// them.
@Singleton
public class ConcurrentRequests {

    private static final long HEAP_PER_REQUEST = 256 << 10;

    private final SharedCapacity atOnce;
    private final SharedCapacity arriving;

    ConcurrentRequests(Limits limits, MeterRegistry metrics) {
        atOnce = capacity(limits.atOnce());
        arriving = capacity(limits.arriving());
        metrics.gauge("steward.gateway.requests.under.way", atOnce, SharedCapacity::used);
        metrics.gauge("steward.gateway.bodies.arriving", arriving, SharedCapacity::used);
    }

    private static SharedCapacity capacity(Limits.Share share) {
        var fitting = Runtime.getRuntime().maxMemory() / HEAP_PER_REQUEST;
        return new SharedCapacity(share.inAll().orElse(fitting), share.perCaller());
    }

    /// @throws ProblemException when there are too many concurrent requests
    public Permit enter(Caller countedCaller) {
        acquire(atOnce, countedCaller.key(), "requests are being processed");
        var permit = new Permit(countedCaller.key());
        permit.onRelease(() -> atOnce.release(countedCaller.key(), 1));
        return permit;
    }

    /// Counts a request whose body has not been received yet.
    ///
    /// @return to be run when the body has been received
    /// @throws ProblemException when too many bodies are being received
    public Runnable beginBody(Permit permit) {
        acquire(arriving, permit.countedCaller(), "request bodies are being received");
        return () -> arriving.release(permit.countedCaller(), 1);
    }

    private static void acquire(SharedCapacity capacity, String countedCaller, String what) {
        var acquired = capacity.acquire(countedCaller, 1);
        if (acquired == Acquisition.CALLERS_SHARE_IN_USE) {
            throw new ProblemException(
                    Problem.of("too-many-at-once", "Too many of your " + what + ".").retryAfter(1));
        }
        if (acquired == Acquisition.ALL_IN_USE) {
            throw new ProblemException(
                    Problem.of("overloaded", "Too many " + what + ".").retryAfter(1));
        }
    }
}
