package dev.steward.gateway.request;

import dev.steward.gateway.body.ReceivedBody;
import dev.steward.gateway.body.RequestBodies;
import dev.steward.gateway.caller.Caller;
import dev.steward.gateway.limit.BodyLimit;
import dev.steward.gateway.limit.ConcurrentRequests;
import dev.steward.gateway.problem.ProblemException;
import dev.steward.gateway.problem.Problems;
import dev.steward.gateway.proxy.ForwardedRequest;
import dev.steward.gateway.proxy.Proxy;
import dev.steward.gateway.routing.GatewayPage;
import dev.steward.gateway.routing.Operation;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.function.Consumer;

/// Answers the gateway's own operations; receives the body of all other requests and forwards them.
@Singleton
class OperationHandler {

    private final ConcurrentRequests requests;
    private final GatewayOperations gatewayOperations;
    private final BodyLimit bodyLimit;
    private final RequestBodies bodies;
    private final Proxy proxy;
    private final Problems problems;

    OperationHandler(
            ConcurrentRequests requests,
            GatewayOperations gatewayOperations,
            BodyLimit bodyLimit,
            RequestBodies bodies,
            Proxy proxy,
            Problems problems) {
        this.requests = requests;
        this.gatewayOperations = gatewayOperations;
        this.bodyLimit = bodyLimit;
        this.bodies = bodies;
        this.proxy = proxy;
        this.problems = problems;
    }

    /// @param countedCaller the caller whose limits the request counts against
    void handle(RoutingContext context, Operation operation, Caller caller, Caller countedCaller) {
        if (operation.service().equals(GatewayOperations.SERVICE)) {
            answer(context, countedCaller, gatewayOperations.get(operation.id())::answer);
            return;
        }
        try {
            var permit = requests.enter(countedCaller);
            receiveBody(
                    new ForwardedRequest(
                            context, operation, caller, permit, new ReceivedBody.None()));
        } catch (ProblemException refused) {
            problems.send(context, refused.problem());
        }
    }

    void handle(RoutingContext context, GatewayPage page, Caller countedCaller) {
        answer(context, countedCaller, page::answer);
    }

    /// Operations and pages of the gateway have no request body.
    private void answer(
            RoutingContext context, Caller countedCaller, Consumer<RoutingContext> answer) {
        try {
            var permit = requests.enter(countedCaller);
            context.addEndHandler(_ -> permit.release());
            context.request().resume();
            answer.accept(context);
        } catch (ProblemException refused) {
            problems.send(context, refused.problem());
        }
    }

    private void receiveBody(ForwardedRequest forwarded) {
        var context = forwarded.context();
        // For a caller who disconnects early. Otherwise the proxy releases the permit, because the
        // end
        // of a response is written long before a slow reader has it.
        context.addEndHandler(ended -> {
            if (ended.failed()) {
                forwarded.permit().release();
            }
        });
        if (context.request().getHeader("Expect") != null) {
            context.response().writeContinue();
        }
        bodies.receive(context.request(), forwarded.permit(), bodyLimit.of(forwarded.operation()))
                .onSuccess(body -> proxy.forward(forwarded.with(body)))
                .onFailure(failure -> refuse(forwarded, failure));
    }

    private void refuse(ForwardedRequest forwarded, Throwable failure) {
        forwarded.permit().release();
        if (failure instanceof ProblemException refused) {
            problems.send(forwarded.context(), refused.problem());
        } else {
            forwarded.context().fail(failure);
        }
    }
}
