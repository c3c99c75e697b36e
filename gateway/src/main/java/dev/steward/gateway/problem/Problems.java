package dev.steward.gateway.problem;

import dev.steward.gateway.routing.RequestPath;
import dev.steward.platform.server.Trace;
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
    private static final int REQUEST_TIMEOUT = 408;

    private final ProblemTypes problemTypes;

    Problems(ProblemTypes problemTypes) {
        this.problemTypes = problemTypes;
    }

    /// The response to send.
    public record Answer(int status, MultiMap headers, Buffer body) {}

    public Answer answer(RoutingContext context, Problem problem) {
        var problemType = problemTypes.get(problem.slug());
        var body =
                new JsonObject()
                        .put("type", problemType.type())
                        .put("title", problemType.title())
                        .put("status", problemType.status())
                        .put("detail", problem.detail())
                        .put("instance", RequestPath.of(context.request()))
                        .put("code", problemType.slug())
                        .put("traceId", Trace.of(context).traceId());
        var headers = MultiMap.caseInsensitiveMultiMap().addAll(problem.headers());
        headers.set(HttpHeaders.CONTENT_TYPE, MEDIA_TYPE);
        headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
        return new Answer(problemType.status(), headers, body.toBuffer());
    }

    /// Answers at once; the rest of the request body is thrown away.
    public void send(RoutingContext context, Problem problem) {
        context.request().resume();
        var answer = answer(context, problem);
        var response = context.response();
        if (response.headWritten()) {
            context.request().connection().close();
            return;
        }
        if (answer.status() == REQUEST_TIMEOUT) {
            // The rest of the body is not waited for.
            response.putHeader(HttpHeaders.CONNECTION, "close");
            context.addEndHandler(_ -> context.request().connection().close().onComplete(_ -> {}));
        }
        response.setStatusCode(answer.status()).headers().addAll(answer.headers());
        response.end(answer.body());
    }
}
