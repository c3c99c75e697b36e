package dev.steward.gateway.problem;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;

/// Reads and forgets the rest of a refused request, so that the answer arrives and the connection
/// stays usable; who goes on sending without end is cut off.
public class UnreadBody {

    private static final long PATIENCE_BYTES = 16L << 20;

    private UnreadBody() {}

    public static void discard(HttpServerRequest request) {
        if (request.isEnded()) {
            return;
        }
        var seen = new long[1];
        request.handler((Buffer chunk) -> {
            seen[0] += chunk.length();
            if (seen[0] > PATIENCE_BYTES) {
                request.connection().close();
            }
        });
        request.resume();
    }
}
