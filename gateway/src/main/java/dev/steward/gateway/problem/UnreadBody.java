package dev.steward.gateway.problem;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.HttpServerRequestInternal;

/// Discards the rest of the body of a refused request, so that the response arrives and the
/// connection stays usable. A connection that keeps sending too much or too slowly is closed.
public class UnreadBody {

    private static final long MAX_BYTES = 16L << 20;
    private static final long TIMEOUT_MILLIS = 5000;

    private UnreadBody() {}

    public static void discard(HttpServerRequest request) {
        if (request.isEnded()) {
            return;
        }
        if (isAnnounced(request)) {
            var vertx = ((HttpServerRequestInternal) request).context().owner();
            var timer = vertx.setTimer(TIMEOUT_MILLIS, _ -> close(request));
            request.endHandler(_ -> vertx.cancelTimer(timer));
            request.exceptionHandler(_ -> vertx.cancelTimer(timer));
        }
        var received = new long[1];
        request.handler((Buffer chunk) -> {
            received[0] += chunk.length();
            if (received[0] > MAX_BYTES) {
                close(request);
            }
        });
        request.resume();
    }

    private static boolean isAnnounced(HttpServerRequest request) {
        return request.headers().contains("Content-Length")
                || request.headers().contains("Transfer-Encoding");
    }

    private static void close(HttpServerRequest request) {
        request.connection().close().onComplete(_ -> {});
    }
}
