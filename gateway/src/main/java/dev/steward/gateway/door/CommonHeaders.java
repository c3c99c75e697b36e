package dev.steward.gateway.door;

import dev.steward.gateway.trace.Trace;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;

/// The headers of every answer, whoever gives it.
class CommonHeaders {

    /// An answer is data. Where a browser shows one (an SVG chart, a review as HTML) it runs
    /// nothing and loads nothing.
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
            // Not scheme(): it reads Host, and throws when that is missing. Who ends TLS in front
            // of the gateway sets this header there.
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
