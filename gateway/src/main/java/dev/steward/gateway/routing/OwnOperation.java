package dev.steward.gateway.routing;

import io.vertx.ext.web.RoutingContext;

/// A documented operation that the gateway answers itself. There is exactly one for each operation
/// whose `x-steward-service` is `gateway`, else the gateway does not start.
public interface OwnOperation {

    String operationId();

    void answer(RoutingContext context);
}
