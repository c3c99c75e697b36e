package dev.steward.gateway.proxy;

import dev.steward.gateway.limit.BodyLimit;
import dev.steward.gateway.limit.RateLimits;
import dev.steward.gateway.problem.Problems;
import dev.steward.gateway.readyourwrites.RecentWrites;
import jakarta.inject.Singleton;
import java.net.URI;

/// What the interceptor of every request needs.
@Singleton
class Interception {

    final Problems problems;
    final Circuits circuits;
    final RecentWrites recentWrites;
    final RateLimits rateLimits;
    final BodyLimit bodyLimit;

    Interception(
            Problems problems,
            Circuits circuits,
            RecentWrites recentWrites,
            RateLimits rateLimits,
            BodyLimit bodyLimit) {
        this.problems = problems;
        this.circuits = circuits;
        this.recentWrites = recentWrites;
        this.rateLimits = rateLimits;
        this.bodyLimit = bodyLimit;
    }

    Interceptor of(Hop hop, URI service) {
        return new Interceptor(hop, service, this);
    }
}
