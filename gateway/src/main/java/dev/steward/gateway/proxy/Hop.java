package dev.steward.gateway.proxy;

import dev.steward.gateway.caller.Caller;
import dev.steward.gateway.routing.Operation;
import io.vertx.ext.web.RoutingContext;

/// A request on its way to the service of its operation.
public record Hop(RoutingContext context, Operation operation, Caller caller) {

    String service() {
        return operation.service();
    }

    /// Doing it twice does no harm (RFC 9110: safe).
    boolean safe() {
        var method = context.request().method().name();
        return method.equals("GET") || method.equals("HEAD");
    }
}
