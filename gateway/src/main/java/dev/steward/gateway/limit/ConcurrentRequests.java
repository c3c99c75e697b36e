package dev.steward.gateway.limit;

import dev.steward.gateway.caller.Caller;
import dev.steward.gateway.limit.SharedCapacity.Taken;
import dev.steward.gateway.problem.Problem;
import dev.steward.gateway.problem.ProblemException;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;

/// How many requests are under way, in all and for each caller. A caller's share is smaller than
/// the number of connections to a service, so that nobody can use up all of them.
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

    /// @throws ProblemException when too many are under way already
    public Permit enter(Caller payer) {
        take(atOnce, payer.key(), "requests are under way");
        var permit = new Permit(payer.key());
        permit.onRelease(() -> atOnce.give(payer.key(), 1));
        return permit;
    }

    /// Counts a request whose body is still to come.
    ///
    /// @return to be run when it has come
    /// @throws ProblemException when too many are still arriving
    public Runnable beginBody(Permit permit) {
        take(arriving, permit.payer(), "bodies are still arriving");
        return () -> arriving.give(permit.payer(), 1);
    }

    private static void take(SharedCapacity capacity, String payer, String what) {
        var taken = capacity.take(payer, 1);
        if (taken == Taken.CALLERS_SHARE_IN_USE) {
            throw new ProblemException(
                    Problem.of("too-many-at-once", "Too many of your " + what + ".").retryAfter(1));
        }
        if (taken == Taken.ALL_IN_USE) {
            throw new ProblemException(
                    Problem.of("overloaded", "Too many " + what + ".").retryAfter(1));
        }
    }
}
