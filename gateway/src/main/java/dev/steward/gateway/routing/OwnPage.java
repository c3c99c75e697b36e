package dev.steward.gateway.routing;

import io.vertx.ext.web.RoutingContext;

/// An open page of the gateway's own, outside the API: documentation, explanations.
public interface OwnPage {

    boolean owns(String path);

    /// Answers a GET or HEAD.
    void answer(RoutingContext context);
}
