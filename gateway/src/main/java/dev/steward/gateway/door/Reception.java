package dev.steward.gateway.door;

import dev.steward.gateway.caller.Authentication;
import dev.steward.gateway.caller.Caller;
import dev.steward.gateway.caller.ClientAddresses;
import dev.steward.gateway.caller.NotAuthenticated;
import dev.steward.gateway.limit.KnownKeys;
import dev.steward.gateway.limit.RateLimits;
import dev.steward.gateway.problem.Problem;
import dev.steward.gateway.problem.Problems;
import dev.steward.gateway.proxy.SourceKeys;
import dev.steward.gateway.routing.Operation;
import dev.steward.gateway.routing.OwnPage;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/// Who calls, may they, and how often: then the operation is answered.
@Singleton
class Reception {

    private static final Logger LOG = Logger.getLogger(Reception.class);

    private final Authentication authentication;
    private final RateLimits rateLimits;
    private final KnownKeys knownKeys;
    private final ClientAddresses addresses;
    private final SourceKeys sourceKeys;
    private final OperationHandler operations;
    private final Problems problems;

    Reception(
            Authentication authentication,
            RateLimits rateLimits,
            KnownKeys knownKeys,
            ClientAddresses addresses,
            SourceKeys sourceKeys,
            OperationHandler operations,
            Problems problems) {
        this.authentication = authentication;
        this.rateLimits = rateLimits;
        this.knownKeys = knownKeys;
        this.addresses = addresses;
        this.sourceKeys = sourceKeys;
        this.operations = operations;
        this.problems = problems;
    }

    void receive(RoutingContext context, Operation operation) {
        authentication
                .authenticate(context.request(), operation)
                .onSuccess(caller -> limit(context, operation, caller))
                .onFailure(failure -> refuse(context, problem(failure)));
    }

    void receive(RoutingContext context, OwnPage page) {
        var address = addresses.of(context.request());
        if (taken(context, address)) {
            operations.handle(context, page, address);
        }
    }

    /// A refusal costs the network address one request: guessing is not free.
    void refuse(RoutingContext context, Problem problem) {
        if (taken(context, addresses.of(context.request()))) {
            problems.send(context, problem);
        }
    }

    private void limit(RoutingContext context, Operation operation, Caller caller) {
        var payer = knownKeys.payer(caller, addresses.of(context.request()));
        if (!taken(context, payer)) {
            return;
        }
        if (caller instanceof Caller.SourceKey key && !sourceKeys.mayBePassedOn(operation)) {
            sourceKeys
                    .refusal(context.request(), key)
                    .onSuccess(problem -> problems.send(context, problem));
        } else {
            operations.handle(context, operation, caller, payer);
        }
    }

    /// @return false when the quota is used up, and that is answered
    private boolean taken(RoutingContext context, Caller caller) {
        var allowance = rateLimits.take(caller);
        allowance.tell(context.response().headers());
        if (!allowance.granted()) {
            problems.send(
                    context,
                    Problem.of(
                                    "too-many-requests",
                                    "The limit of %d requests in %d s is used up."
                                            .formatted(
                                                    allowance.quota().requests(),
                                                    allowance.quota().window().toSeconds()))
                            .retryAfter(allowance.retryAfterSeconds()));
        }
        return allowance.granted();
    }

    private static Problem problem(Throwable failure) {
        if (failure instanceof NotAuthenticated refused) {
            return Problem.of("unauthenticated", refused.detail())
                    .with("WWW-Authenticate", refused.challenge());
        }
        LOG.warnf("%s %s", failure.getMessage(), failure.getCause());
        return Problem.of("service-unavailable", "The issuer of tokens cannot be reached.")
                .retryAfter(5);
    }
}
