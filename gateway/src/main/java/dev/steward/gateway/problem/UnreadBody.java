package dev.steward.gateway.problem;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.HttpServerRequestInternal;

/// Reads and forgets the rest of a refused request, so that the answer arrives and the connection
/// stays usable; who goes on sending without end, or slowly, is cut off.
public class UnreadBody {

    private static final long PATIENCE_BYTES = 16L << 20;
    private static final long PATIENCE_MILLIS = 5000;

    private UnreadBody() {}

    public static void discard(HttpServerRequest request) {
        if (request.isEnded()) {
            return;
        }
        if (isAnnounced(request)) {
            var vertx = ((HttpServerRequestInternal) request).context().owner();
            var timer = vertx.setTimer(PATIENCE_MILLIS, _ -> cutOff(request));
            request.endHandler(_ -> vertx.cancelTimer(timer));
            request.exceptionHandler(_ -> vertx.cancelTimer(timer));
        }
        var seen = new long[1];
        request.handler((Buffer chunk) -> {
            seen[0] += chunk.length();
            if (seen[0] > PATIENCE_BYTES) {
                cutOff(request);
            }
        });
        request.resume();
    }

    private static boolean isAnnounced(HttpServerRequest request) {
        return request.headers().contains("Content-Length")
                || request.headers().contains("Transfer-Encoding");
    }

    private static void cutOff(HttpServerRequest request) {
        request.connection().close().onComplete(_ -> {});
    }
}
