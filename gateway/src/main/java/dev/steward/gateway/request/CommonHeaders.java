package dev.steward.gateway.request;

import dev.steward.platform.server.Trace;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;

/// The headers that every response has.
class CommonHeaders {

    /// A response that a browser shows (an SVG chart, a review as HTML) cannot run scripts or load
    /// anything.
    private static final String DATA_ONLY =
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none';"
                    + " base-uri 'none'; form-action 'none'";

    private CommonHeaders() {}

    static void addWhenAnswered(RoutingContext context, Trace trace) {
        context.addHeadersEndHandler(_ -> {
            var headers = context.response().headers();
            headers.set(Trace.REQUEST_ID, trace.requestId());
            headers.set("X-Content-Type-Options", "nosniff");
            headers.set("X-Frame-Options", "DENY");
            headers.set("Referrer-Policy", "no-referrer");
            headers.set("Cross-Origin-Opener-Policy", "same-origin");
            headers.set("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
            setIfAbsent(headers, "Content-Security-Policy", DATA_ONLY);
            setIfAbsent(headers, "Cache-Control", "private, no-cache");
            // Not scheme(): it throws without the header Host. When TLS ends in front of the
            // gateway,
            // this header is set there.
            if (context.request().isSSL()) {
                headers.set("Strict-Transport-Security", "max-age=31536000");
            }
        });
    }

    private static void setIfAbsent(MultiMap headers, String name, String value) {
        if (!headers.contains(name)) {
            headers.set(name, value);
        }
    }
}
