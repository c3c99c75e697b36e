package dev.steward.gateway.problem;

import dev.steward.gateway.routing.RequestPath;
import dev.steward.gateway.trace.Trace;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;

/// Answers with problem details (RFC 9457).
@Singleton
public class Problems {

    private static final String MEDIA_TYPE = "application/problem+json";
    private static final int TOO_SLOW = 408;

    private final ProblemKinds kinds;

    Problems(ProblemKinds kinds) {
        this.kinds = kinds;
    }

    /// The problem as it goes over the wire.
    public record Answer(int status, MultiMap headers, Buffer body) {}

    public Answer answer(RoutingContext context, Problem problem) {
        var kind = kinds.get(problem.slug());
        var body =
                new JsonObject()
                        .put("type", kind.type())
                        .put("title", kind.title())
                        .put("status", kind.status())
                        .put("detail", problem.detail())
                        .put("instance", RequestPath.of(context.request()))
                        .put("code", kind.slug())
                        .put("traceId", Trace.of(context).traceId());
        var headers = MultiMap.caseInsensitiveMultiMap().addAll(problem.headers());
        headers.set(HttpHeaders.CONTENT_TYPE, MEDIA_TYPE);
        headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
        return new Answer(kind.status(), headers, body.toBuffer());
    }

    /// Answers at once; what is still to come of the request's body is thrown away.
    public void send(RoutingContext context, Problem problem) {
        UnreadBody.discard(context.request());
        var answer = answer(context, problem);
        var response = context.response();
        if (response.headWritten()) {
            context.request().connection().close();
            return;
        }
        if (answer.status() == TOO_SLOW) {
            // What may still come is not waited for.
            response.putHeader(HttpHeaders.CONNECTION, "close");
            context.addEndHandler(_ -> context.request().connection().close().onComplete(_ -> {}));
        }
        response.setStatusCode(answer.status()).headers().addAll(answer.headers());
        response.end(answer.body());
    }
}
