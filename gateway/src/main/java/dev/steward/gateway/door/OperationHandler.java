package dev.steward.gateway.door;

import dev.steward.gateway.body.ReceivedBody;
import dev.steward.gateway.body.RequestBodies;
import dev.steward.gateway.caller.Caller;
import dev.steward.gateway.limit.BodyLimit;
import dev.steward.gateway.limit.ConcurrentRequests;
import dev.steward.gateway.problem.ProblemException;
import dev.steward.gateway.problem.Problems;
import dev.steward.gateway.problem.UnreadBody;
import dev.steward.gateway.proxy.Hop;
import dev.steward.gateway.proxy.Proxy;
import dev.steward.gateway.routing.Operation;
import dev.steward.gateway.routing.OwnPage;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.function.Consumer;

/// Answers an operation, or takes in the request's body and passes it on to its service.
@Singleton
class OperationHandler {

    private final ConcurrentRequests requests;
    private final OwnOperations ownOperations;
    private final BodyLimit bodyLimit;
    private final RequestBodies bodies;
    private final Proxy proxy;
    private final Problems problems;

    OperationHandler(
            ConcurrentRequests requests,
            OwnOperations ownOperations,
            BodyLimit bodyLimit,
            RequestBodies bodies,
            Proxy proxy,
            Problems problems) {
        this.requests = requests;
        this.ownOperations = ownOperations;
        this.bodyLimit = bodyLimit;
        this.bodies = bodies;
        this.proxy = proxy;
        this.problems = problems;
    }

    /// @param payer in whose name the request is counted
    void handle(RoutingContext context, Operation operation, Caller caller, Caller payer) {
        if (operation.service().equals(OwnOperations.SERVICE)) {
            answer(context, payer, ownOperations.get(operation.id())::answer);
            return;
        }
        try {
            var permit = requests.enter(payer);
            takeIn(new Hop(context, operation, caller, permit, new ReceivedBody.None()));
        } catch (ProblemException refused) {
            problems.send(context, refused.problem());
        }
    }

    void handle(RoutingContext context, OwnPage page, Caller payer) {
        answer(context, payer, page::answer);
    }

    /// What we answer ourselves needs no body.
    private void answer(RoutingContext context, Caller payer, Consumer<RoutingContext> answer) {
        try {
            var permit = requests.enter(payer);
            context.addEndHandler(_ -> permit.release());
            UnreadBody.discard(context.request());
            answer.accept(context);
        } catch (ProblemException refused) {
            problems.send(context, refused.problem());
        }
    }

    private void takeIn(Hop hop) {
        var context = hop.context();
        // A caller who leaves before the answer has left. Otherwise that is the proxy's to say: the
        // end of an answer is written long before a slow reader has it.
        context.addEndHandler(ended -> {
            if (ended.failed()) {
                hop.permit().release();
            }
        });
        if (context.request().getHeader("Expect") != null) {
            context.response().writeContinue();
        }
        bodies.receive(context.request(), hop.permit(), bodyLimit.of(hop.operation()))
                .onSuccess(body -> proxy.pass(hop.with(body)))
                .onFailure(failure -> refuse(hop, failure));
    }

    private void refuse(Hop hop, Throwable failure) {
        hop.permit().release();
        if (failure instanceof ProblemException refused) {
            problems.send(hop.context(), refused.problem());
        } else {
            hop.context().fail(failure);
        }
    }
}
