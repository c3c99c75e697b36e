package dev.steward.gateway.body;

import dev.steward.gateway.limit.ConcurrentRequests;
import dev.steward.gateway.limit.Permit;
import dev.steward.gateway.problem.ProblemException;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;

/// Receives the whole body of a request before a connection to the service is acquired, so that a
/// slow caller does not occupy connections.
@Singleton
public class RequestBodies {

    private static final Future<ReceivedBody> NONE =
            Future.succeededFuture(new ReceivedBody.None());

    private final BodyStorage storage;
    private final ConcurrentRequests requests;

    RequestBodies(BodyStorage storage, ConcurrentRequests requests) {
        this.storage = storage;
        this.requests = requests;
    }

    /// To be called on the event loop of the request, which is paused.
    ///
    /// @param limit in bytes
    /// @return fails with a [ProblemException] when the body is too large, arrives too slowly, or
    ///   there is no space for it
    public Future<ReceivedBody> receive(HttpServerRequest request, Permit permit, long limit) {
        if (!isAnnounced(request)) {
            request.resume();
            return NONE;
        }
        try {
            var arrived = requests.beginBody(permit);
            return new IncomingBody(request, storage, permit, limit)
                    .receive()
                    .onComplete(_ -> arrived.run());
        } catch (ProblemException refused) {
            return Future.failedFuture(refused);
        }
    }

    private static boolean isAnnounced(HttpServerRequest request) {
        var length = request.getHeader("Content-Length");
        return request.headers().contains("Transfer-Encoding")
                || length != null && !length.equals("0");
    }
}
