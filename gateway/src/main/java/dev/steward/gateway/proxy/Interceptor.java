package dev.steward.gateway.proxy;

import dev.steward.gateway.body.ReceivedBody;
import dev.steward.gateway.caller.Caller;
import dev.steward.gateway.problem.Problem;
import dev.steward.gateway.readyourwrites.RecentWrites;
import dev.steward.platform.server.Trace;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.core.streams.ReadStream;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Applies the rules of the gateway to one forwarded request and its response, and turns failures
/// into problems; vertx-http-proxy alone would forward everything and answer failures with a bare
/// 502.
class Interceptor implements ProxyInterceptor {

    private static final Logger LOG = Logger.getLogger(Interceptor.class);
    private static final Problem CALLER_GONE =
            Problem.of("request-timeout", "The caller has disconnected.");

    private final ForwardedRequest forwarded;
    private final URI service;
    private final InterceptorFactory shared;
    private final HttpServerRequest request;
    private boolean answered;

    Interceptor(ForwardedRequest forwarded, URI service, InterceptorFactory shared) {
        this.forwarded = forwarded;
        this.service = service;
        this.shared = shared;
        request = forwarded.context().request();
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext proxied) {
        var outgoing = proxied.request();
        HeaderRules.request(outgoing.headers(), request, Trace.of(forwarded.context()));
        outgoing.putHeader("X-Forwarded-For", shared.addresses.of(request).address());
        Compression.plainTags(outgoing.headers());
        addPendingWrites(outgoing);
        outgoing.setBody(requestBody(forwarded.body()));
        outgoing.setAuthority(HostAndPort.create(service.getHost(), service.getPort()));
        return shared.circuitBreakers
                .through(forwarded.service(), () -> send(proxied))
                .map(this::markAnswered)
                .recover(failure -> Future.succeededFuture(problem(outgoing, failure)));
    }

    private void addPendingWrites(ProxyRequest outgoing) {
        if (forwarded.caller() instanceof Caller.Address
                || outgoing.headers().contains(RecentWrites.AFTER)) {
            return;
        }
        shared.recentWrites
                .findPending(forwarded.caller().key(), forwarded.service())
                .ifPresent(value -> outgoing.putHeader(RecentWrites.AFTER, value));
    }

    private static @Nullable Body requestBody(ReceivedBody body) {
        return switch (body) {
            case ReceivedBody.None() -> null;
            case ReceivedBody.InMemory(var content) -> Body.body(content);
            case ReceivedBody.OnDisk(var file, var length) -> Body.body(file, length);
        };
    }

    private Future<ProxyResponse> send(ProxyContext proxied) {
        return proxied.sendRequest()
                .recover(cause -> Future.failedFuture(failure(cause)))
                .recover(failure ->
                        canRetry((UpstreamFailure) failure)
                                ? proxied.sendRequest()
                                        .recover(cause -> Future.failedFuture(failure(cause)))
                                : Future.failedFuture(failure));
    }

    private boolean canRetry(UpstreamFailure failure) {
        return failure.beforeResponse() && forwarded.isRetryable();
    }

    private UpstreamFailure failure(Throwable cause) {
        if (cause instanceof UpstreamFailure known) {
            return known;
        }
        if (cause instanceof TimeoutException) {
            return UpstreamFailure.timedOut(forwarded.service(), cause);
        }
        return forwarded.context().response().closed()
                ? UpstreamFailure.callerGone(CALLER_GONE, cause)
                : UpstreamFailure.broken(forwarded.service(), forwarded.isSafe(), cause);
    }

    private ProxyResponse markAnswered(ProxyResponse response) {
        answered = true;
        return response;
    }

    private ProxyResponse problem(ProxyRequest outgoing, Throwable failure) {
        var problem =
                failure instanceof UpstreamFailure upstreamFailure
                        ? upstreamFailure.problem()
                        : UpstreamFailure.unavailable(forwarded.service());
        log(problem, failure);
        var answer = shared.problems.answer(forwarded.context(), problem);
        var response = outgoing.release().response().setStatusCode(answer.status());
        response.headers().addAll(answer.headers());
        return response.setBody(Body.body(answer.body()));
    }

    /// A caller who disconnects is not worth a warning.
    private void log(Problem problem, Throwable failure) {
        LOG.logf(
                problem == CALLER_GONE ? Logger.Level.DEBUG : Logger.Level.WARN,
                "request %s: %s (%s)",
                Trace.of(forwarded.context()).requestId(),
                problem.detail(),
                failure.getMessage());
    }

    @Override
    public Future<Void> handleProxyResponse(ProxyContext proxied) {
        if (answered) {
            passResponse(proxied.response());
        }
        if (forwarded.context().response().closed()) {
            // The end of this response will not be reported.
            forwarded.permit().release();
        }
        return proxied.sendResponse().onComplete(_ -> forwarded.permit().release());
    }

    private void passResponse(ProxyResponse response) {
        HeaderRules.response(response.headers());
        LocationHeaders.relative(response.headers());
        remember(response);
        updateAcceptedKeys(response);
        passBody(response);
    }

    private void remember(ProxyResponse response) {
        var versions = response.headers().getAll(RecentWrites.VERSION);
        if (!versions.isEmpty() && !(forwarded.caller() instanceof Caller.Address)) {
            shared.recentWrites.remember(
                    forwarded.caller().key(), forwarded.service(), String.join(",", versions));
        }
    }

    /// A refused source key counts against the limit of the network address.
    private void updateAcceptedKeys(ProxyResponse response) {
        if (forwarded.caller() instanceof Caller.SourceKey key) {
            var status = response.getStatusCode();
            if (status == 401) {
                shared.acceptedKeys.refused(key);
                shared.rateLimits.consume(shared.addresses.of(request));
            } else if (status < 300) {
                shared.acceptedKeys.accepted(key);
            }
        }
    }

    /// The library would declare a chunked body where HTTP allows none, or `Content-Length: 0` for
    /// a HEAD.
    private void passBody(ProxyResponse response) {
        var status = response.getStatusCode();
        var absent = status == 204 || status == 304 || request.method().name().equals("HEAD");
        var received = response.getBody();
        if (absent && received.length() < 0) {
            received.stream().resume();
            response.setBody(null);
            if (Compression.holdsCompressed(request.headers())) {
                Compression.addSuffix(response.headers());
            }
        } else {
            response.setBody(bodyOf(response, received));
        }
    }

    private Body bodyOf(ProxyResponse response, Body received) {
        return compressed(response, received)
                .map(gzipped -> Body.body(buffered(gzipped), -1))
                .orElseGet(() -> Body.body(buffered(received.stream()), received.length()));
    }

    private Optional<ReadStream<Buffer>> compressed(ProxyResponse response, Body received) {
        if (!Compression.applies(request.headers(), response.headers(), received.length())) {
            return Optional.empty();
        }
        var gzipped = shared.responseBodies.gzipped(received.stream(), forwarded.permit());
        gzipped.ifPresent(_ -> Compression.markGzip(response.headers()));
        return gzipped;
    }

    private ReadStream<Buffer> buffered(ReadStream<Buffer> source) {
        return shared.responseBodies.of(
                source, request.connection(), forwarded.permit(), shared.upstream.answerTimeout());
    }
}
