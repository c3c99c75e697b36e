package dev.steward.gateway.door;

import dev.steward.gateway.caller.Authentication;
import dev.steward.gateway.caller.Caller;
import dev.steward.gateway.caller.NotAuthenticated;
import dev.steward.gateway.limit.RateLimits;
import dev.steward.gateway.problem.Problem;
import dev.steward.gateway.problem.Problems;
import dev.steward.gateway.proxy.Hop;
import dev.steward.gateway.proxy.Proxy;
import dev.steward.gateway.routing.Operation;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/// Who calls, may they, and how often: then the operation is answered.
@Singleton
class Reception {

    private static final Logger LOG = Logger.getLogger(Reception.class);

    private final Authentication authentication;
    private final RateLimits rateLimits;
    private final OwnOperations ownOperations;
    private final Proxy proxy;
    private final Problems problems;

    Reception(
            Authentication authentication,
            RateLimits rateLimits,
            OwnOperations ownOperations,
            Proxy proxy,
            Problems problems) {
        this.authentication = authentication;
        this.rateLimits = rateLimits;
        this.ownOperations = ownOperations;
        this.proxy = proxy;
        this.problems = problems;
    }

    void receive(RoutingContext context, Operation operation) {
        authentication
                .authenticate(context.request(), operation)
                .onSuccess(caller -> limit(context, operation, caller))
                .onFailure(failure -> refuse(context, problem(failure)));
    }

    /// A refusal costs the network address one request: guessing is not free.
    void refuse(RoutingContext context, Problem problem) {
        if (taken(context, Authentication.address(context.request()))) {
            problems.send(context, problem);
        }
    }

    private void limit(RoutingContext context, Operation operation, Caller caller) {
        var address = Authentication.address(context.request());
        var guessing = caller instanceof Caller.SourceKey && rateLimits.exhausted(address);
        if (taken(context, guessing ? address : caller)) {
            answer(context, operation, caller);
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

    private void answer(RoutingContext context, Operation operation, Caller caller) {
        if (context.request().getHeader("Expect") != null) {
            context.response().writeContinue();
        }
        if (operation.service().equals(OwnOperations.SERVICE)) {
            context.request().resume();
            ownOperations.get(operation.id()).answer(context);
        } else {
            proxy.pass(new Hop(context, operation, caller));
        }
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
