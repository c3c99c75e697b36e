package dev.steward.platform.web.request;

import dev.steward.platform.server.Trace;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import org.jboss.logging.MDC;

/// `X-Request-Id` goes into the log lines and back to the caller; and the request's time begins.
@Provider
@PreMatching
public class RequestIds implements ContainerRequestFilter, ContainerResponseFilter {

    private final Instance<RoutingContext> routing;

    RequestIds(Instance<RoutingContext> routing) {
        this.routing = routing;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        RequestState.of(routing.get());
        MDC.put("requestId", Trace.of(routing.get()).requestId());
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        response.getHeaders().putSingle(Trace.REQUEST_ID, Trace.of(routing.get()).requestId());
        MDC.remove("requestId");
    }
}
