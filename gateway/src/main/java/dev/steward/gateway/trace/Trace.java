package dev.steward.gateway.trace;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/// The ids of a request: those of the caller when they are well-formed, otherwise new ones.
///
/// @param requestId at most 64 characters of `[A-Za-z0-9._-]`; a UUIDv7 when the gateway made it
/// @param traceParent W3C trace context, version 00
public record Trace(String requestId, String traceParent) {

    public static final String REQUEST_ID = "X-Request-Id";
    public static final String TRACE_PARENT = "traceparent";

    private static final String KEY = Trace.class.getName();

    /// Assigns the ids of a request.
    public static Trace start(RoutingContext context) {
        var trace = of(context.request());
        context.put(KEY, trace);
        return trace;
    }

    public static Trace of(RoutingContext context) {
        Trace trace = context.get(KEY);
        return trace == null ? start(context) : trace;
    }

    private static Trace of(HttpServerRequest request) {
        return new Trace(
                RequestIds.acceptedOrNew(request.getHeader(REQUEST_ID)),
                TraceParents.acceptedOrNew(request.headers().getAll(TRACE_PARENT)));
    }

    /// The trace id: 32 hexadecimal digits.
    public String traceId() {
        return traceParent.substring(3, 35);
    }
}
