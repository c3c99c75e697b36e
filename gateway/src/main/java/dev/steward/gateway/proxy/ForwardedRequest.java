package dev.steward.gateway.proxy;

import dev.steward.gateway.body.ReceivedBody;
import dev.steward.gateway.caller.Caller;
import dev.steward.gateway.limit.Permit;
import dev.steward.gateway.routing.Operation;
import io.vertx.ext.web.RoutingContext;

/// A request that is forwarded to the service of its operation.
///
/// @param permit held until the response has been sent
/// @param body the whole body
public record ForwardedRequest(
        RoutingContext context,
        Operation operation,
        Caller caller,
        Permit permit,
        ReceivedBody body) {

    public ForwardedRequest with(ReceivedBody received) {
        return new ForwardedRequest(context, operation, caller, permit, received);
    }

    String service() {
        return operation.service();
    }

    /// Whether the method is safe (RFC 9110), so that it may be sent twice.
    boolean isSafe() {
        var method = context.request().method().name();
        return method.equals("GET") || method.equals("HEAD");
    }

    boolean isRetryable() {
        return isSafe() && body instanceof ReceivedBody.None;
    }
}
