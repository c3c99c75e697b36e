package dev.steward.gateway.routing;

import io.vertx.ext.web.RoutingContext;

/// A public page of the gateway outside the API, such as the documentation.
public interface GatewayPage {

    boolean owns(String path);

    /// Answers a GET or HEAD.
    void answer(RoutingContext context);
}
