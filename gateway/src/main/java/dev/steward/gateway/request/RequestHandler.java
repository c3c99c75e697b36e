package dev.steward.gateway.request;

import dev.steward.gateway.caller.Authentication;
import dev.steward.gateway.caller.Caller;
import dev.steward.gateway.caller.ClientAddresses;
import dev.steward.gateway.caller.NotAuthenticated;
import dev.steward.gateway.limit.AcceptedSourceKeys;
import dev.steward.gateway.limit.RateLimits;
import dev.steward.gateway.problem.Problem;
import dev.steward.gateway.problem.Problems;
import dev.steward.gateway.proxy.SourceKeyRefusals;
import dev.steward.gateway.routing.GatewayPage;
import dev.steward.gateway.routing.Operation;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/// Authenticates the caller, counts the request against a rate limit, and has it answered.
@Singleton
class RequestHandler {

    private static final Logger LOG = Logger.getLogger(RequestHandler.class);

    private final Authentication authentication;
    private final RateLimits rateLimits;
    private final AcceptedSourceKeys acceptedKeys;
    private final ClientAddresses addresses;
    private final SourceKeyRefusals sourceKeyRefusals;
    private final OperationHandler operations;
    private final Problems problems;

    RequestHandler(
            Authentication authentication,
            RateLimits rateLimits,
            AcceptedSourceKeys acceptedKeys,
            ClientAddresses addresses,
            SourceKeyRefusals sourceKeyRefusals,
            OperationHandler operations,
            Problems problems) {
        this.authentication = authentication;
        this.rateLimits = rateLimits;
        this.acceptedKeys = acceptedKeys;
        this.addresses = addresses;
        this.sourceKeyRefusals = sourceKeyRefusals;
        this.operations = operations;
        this.problems = problems;
    }

    void receive(RoutingContext context, Operation operation) {
        authentication
                .authenticate(context.request(), operation)
                .onSuccess(caller -> limit(context, operation, caller))
                .onFailure(failure -> refuse(context, problem(failure)));
    }

    void receive(RoutingContext context, GatewayPage page) {
        var address = addresses.of(context.request());
        if (consumeQuota(context, address)) {
            operations.handle(context, page, address);
        }
    }

    /// A refused request counts against the limit of the network address, so that guessing has a
    /// price.
    void refuse(RoutingContext context, Problem problem) {
        if (consumeQuota(context, addresses.of(context.request()))) {
            problems.send(context, problem);
        }
    }

    private void limit(RoutingContext context, Operation operation, Caller caller) {
        var countedCaller = acceptedKeys.countedCaller(caller, addresses.of(context.request()));
        if (!consumeQuota(context, countedCaller)) {
            return;
        }
        if (caller instanceof Caller.SourceKey key
                && !sourceKeyRefusals.canBeForwarded(operation)) {
            sourceKeyRefusals
                    .refusal(context.request(), key)
                    .onSuccess(problem -> problems.send(context, problem));
        } else {
            operations.handle(context, operation, caller, countedCaller);
        }
    }

    /// @return false when the quota is used up and the request has been answered with 429
    private boolean consumeQuota(RoutingContext context, Caller caller) {
        var rateLimit = rateLimits.consume(caller);
        rateLimit.writeTo(context.response().headers());
        if (!rateLimit.granted()) {
            problems.send(
                    context,
                    Problem.of(
                                    "too-many-requests",
                                    "The limit of %d requests in %d seconds is used up."
                                            .formatted(
                                                    rateLimit.quota().requests(),
                                                    rateLimit.quota().window().toSeconds()))
                            .retryAfter(rateLimit.retryAfterSeconds()));
        }
        return rateLimit.granted();
    }

    private static Problem problem(Throwable failure) {
        if (failure instanceof NotAuthenticated refused) {
            return Problem.of("unauthenticated", refused.detail())
                    .with("WWW-Authenticate", refused.challenge());
        }
        LOG.warnf("%s %s", failure.getMessage(), failure.getCause());
        return Problem.of("service-unavailable", "The token issuer cannot be reached.")
                .retryAfter(5);
    }
}
