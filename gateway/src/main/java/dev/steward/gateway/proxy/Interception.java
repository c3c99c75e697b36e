package dev.steward.gateway.proxy;

import dev.steward.gateway.body.AnswerBodies;
import dev.steward.gateway.caller.ClientAddresses;
import dev.steward.gateway.limit.KnownKeys;
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
    final KnownKeys knownKeys;
    final ClientAddresses addresses;
    final AnswerBodies answerBodies;
    final Upstream upstream;

    Interception(
            Problems problems,
            Circuits circuits,
            RecentWrites recentWrites,
            RateLimits rateLimits,
            KnownKeys knownKeys,
            ClientAddresses addresses,
            AnswerBodies answerBodies,
            Upstream upstream) {
        this.problems = problems;
        this.circuits = circuits;
        this.recentWrites = recentWrites;
        this.rateLimits = rateLimits;
        this.knownKeys = knownKeys;
        this.addresses = addresses;
        this.answerBodies = answerBodies;
        this.upstream = upstream;
    }

    Interceptor of(Hop hop, URI service) {
        return new Interceptor(hop, service, this);
    }
}
