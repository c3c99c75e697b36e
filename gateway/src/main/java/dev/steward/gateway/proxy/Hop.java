package dev.steward.gateway.proxy;

import dev.steward.gateway.body.ReceivedBody;
import dev.steward.gateway.caller.Caller;
import dev.steward.gateway.limit.Permit;
import dev.steward.gateway.routing.Operation;
import io.vertx.ext.web.RoutingContext;

/// A request on its way to the service of its operation.
///
/// @param permit held until the answer has left
/// @param body all of it
public record Hop(
        RoutingContext context,
        Operation operation,
        Caller caller,
        Permit permit,
        ReceivedBody body) {

    public Hop with(ReceivedBody received) {
        return new Hop(context, operation, caller, permit, received);
    }

    String service() {
        return operation.service();
    }

    /// Doing it twice does no harm (RFC 9110: safe).
    boolean safe() {
        var method = context.request().method().name();
        return method.equals("GET") || method.equals("HEAD");
    }

    boolean repeatable() {
        return safe() && body instanceof ReceivedBody.None;
    }
}
