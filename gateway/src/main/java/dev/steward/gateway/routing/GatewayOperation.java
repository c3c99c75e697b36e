package dev.steward.gateway.routing;

import io.vertx.ext.web.RoutingContext;

/// An operation that the gateway answers itself. The gateway starts only when there is exactly one
/// for each documented operation whose `x-steward-service` is `gateway`.
public interface GatewayOperation {

    String operationId();

    void answer(RoutingContext context);
}
