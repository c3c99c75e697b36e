package dev.steward.gateway.proxy;

import dev.steward.gateway.body.ResponseBodies;
import dev.steward.gateway.caller.ClientAddresses;
import dev.steward.gateway.limit.AcceptedSourceKeys;
import dev.steward.gateway.limit.RateLimits;
import dev.steward.gateway.problem.Problems;
import dev.steward.gateway.readyourwrites.RecentWrites;
import jakarta.inject.Singleton;
import java.net.URI;

/// Creates the interceptor of each request.
@Singleton
class InterceptorFactory {

    final Problems problems;
    final CircuitBreakers circuitBreakers;
    final RecentWrites recentWrites;
    final RateLimits rateLimits;
    final AcceptedSourceKeys acceptedKeys;
    final ClientAddresses addresses;
    final ResponseBodies responseBodies;
    final Upstream upstream;

    InterceptorFactory(
            Problems problems,
            CircuitBreakers circuitBreakers,
            RecentWrites recentWrites,
            RateLimits rateLimits,
            AcceptedSourceKeys acceptedKeys,
            ClientAddresses addresses,
            ResponseBodies responseBodies,
            Upstream upstream) {
        this.problems = problems;
        this.circuitBreakers = circuitBreakers;
        this.recentWrites = recentWrites;
        this.rateLimits = rateLimits;
        this.acceptedKeys = acceptedKeys;
        this.addresses = addresses;
        this.responseBodies = responseBodies;
        this.upstream = upstream;
    }

    Interceptor of(ForwardedRequest forwarded, URI service) {
        return new Interceptor(forwarded, service, this);
    }
}
