package dev.steward.gateway.proxy;

import dev.steward.gateway.body.ReceivedBody;
import dev.steward.gateway.caller.Caller;
import dev.steward.gateway.problem.Problem;
import dev.steward.gateway.readyourwrites.RecentWrites;
import dev.steward.gateway.trace.Trace;
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

/// Turns what vertx-http-proxy would pass on blindly into what may pass, and its bare 502 into a
/// problem.
class Interceptor implements ProxyInterceptor {

    private static final Logger LOG = Logger.getLogger(Interceptor.class);
    private static final Problem GONE = Problem.of("request-timeout", "The caller has gone.");

    private final Hop hop;
    private final URI service;
    private final Interception shared;
    private final HttpServerRequest request;
    private boolean answered;

    Interceptor(Hop hop, URI service, Interception shared) {
        this.hop = hop;
        this.service = service;
        this.shared = shared;
        request = hop.context().request();
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext proxied) {
        var outgoing = proxied.request();
        HeaderRules.request(outgoing.headers(), request, Trace.of(hop.context()));
        outgoing.putHeader("X-Forwarded-For", shared.addresses.of(request).address());
        Compression.plainTags(outgoing.headers());
        addWhatToWaitFor(outgoing);
        outgoing.setBody(sent(hop.body()));
        outgoing.setAuthority(HostAndPort.create(service.getHost(), service.getPort()));
        return shared.circuits
                .through(hop.service(), () -> send(proxied))
                .map(this::theServiceAnswered)
                .recover(failure -> Future.succeededFuture(problem(outgoing, failure)));
    }

    private void addWhatToWaitFor(ProxyRequest outgoing) {
        if (hop.caller() instanceof Caller.Address
                || outgoing.headers().contains(RecentWrites.AFTER)) {
            return;
        }
        shared.recentWrites
                .toWaitFor(hop.caller().key(), hop.service())
                .ifPresent(value -> outgoing.putHeader(RecentWrites.AFTER, value));
    }

    private static @Nullable Body sent(ReceivedBody body) {
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
                        mayRepeat((HopFailure) failure)
                                ? proxied.sendRequest()
                                        .recover(cause -> Future.failedFuture(failure(cause)))
                                : Future.failedFuture(failure));
    }

    private boolean mayRepeat(HopFailure failure) {
        return failure.beforeTheAnswer() && hop.repeatable();
    }

    private HopFailure failure(Throwable cause) {
        if (cause instanceof HopFailure known) {
            return known;
        }
        if (cause instanceof TimeoutException) {
            return HopFailure.tookTooLong(hop.service(), cause);
        }
        return hop.context().response().closed()
                ? HopFailure.ofTheCaller(GONE, cause)
                : HopFailure.broken(hop.service(), hop.safe(), cause);
    }

    private ProxyResponse theServiceAnswered(ProxyResponse response) {
        answered = true;
        return response;
    }

    private ProxyResponse problem(ProxyRequest outgoing, Throwable failure) {
        var problem =
                failure instanceof HopFailure hopFailure
                        ? hopFailure.problem()
                        : HopFailure.unavailable(hop.service());
        log(problem, failure);
        var answer = shared.problems.answer(hop.context(), problem);
        var response = outgoing.release().response().setStatusCode(answer.status());
        response.headers().addAll(answer.headers());
        return response.setBody(Body.body(answer.body()));
    }

    /// A caller who leaves is no concern of whoever reads the log.
    private void log(Problem problem, Throwable failure) {
        LOG.logf(
                problem == GONE ? Logger.Level.DEBUG : Logger.Level.WARN,
                "request %s: %s (%s)",
                Trace.of(hop.context()).requestId(),
                problem.detail(),
                failure.getMessage());
    }

    @Override
    public Future<Void> handleProxyResponse(ProxyContext proxied) {
        if (answered) {
            pass(proxied.response());
        }
        if (hop.context().response().closed()) {
            // Nobody will say when this answer has left.
            hop.permit().release();
        }
        return proxied.sendResponse().onComplete(_ -> hop.permit().release());
    }

    private void pass(ProxyResponse response) {
        HeaderRules.response(response.headers());
        Locations.relative(response.headers());
        remember(response);
        learnOfTheKey(response);
        passBody(response);
    }

    private void remember(ProxyResponse response) {
        var versions = response.headers().getAll(RecentWrites.VERSION);
        if (!versions.isEmpty() && !(hop.caller() instanceof Caller.Address)) {
            shared.recentWrites.remember(
                    hop.caller().key(), hop.service(), String.join(",", versions));
        }
    }

    /// Who tries source keys does so at the cost of the network address.
    private void learnOfTheKey(ProxyResponse response) {
        if (hop.caller() instanceof Caller.SourceKey key) {
            var status = response.getStatusCode();
            if (status == 401) {
                shared.knownKeys.refused(key);
                shared.rateLimits.take(shared.addresses.of(request));
            } else if (status < 300) {
                shared.knownKeys.accepted(key);
            }
        }
    }

    /// The library would announce a chunked body where HTTP allows none, or `Content-Length: 0` to
    /// a HEAD.
    private void passBody(ProxyResponse response) {
        var status = response.getStatusCode();
        var absent = status == 204 || status == 304 || request.method().name().equals("HEAD");
        var received = response.getBody();
        if (absent && received.length() < 0) {
            received.stream().resume();
            response.setBody(null);
            if (Compression.isHeldCompressed(request.headers())) {
                Compression.suffix(response.headers());
            }
        } else {
            response.setBody(bodyOf(response, received));
        }
    }

    private Body bodyOf(ProxyResponse response, Body received) {
        return compressed(response, received)
                .map(gzipped -> Body.body(keptFor(gzipped), -1))
                .orElseGet(() -> Body.body(keptFor(received.stream()), received.length()));
    }

    private Optional<ReadStream<Buffer>> compressed(ProxyResponse response, Body received) {
        if (!Compression.applies(request.headers(), response.headers(), received.length())) {
            return Optional.empty();
        }
        var gzipped = shared.answerBodies.gzipped(received.stream(), hop.permit());
        gzipped.ifPresent(_ -> Compression.mark(response.headers()));
        return gzipped;
    }

    private ReadStream<Buffer> keptFor(ReadStream<Buffer> source) {
        return shared.answerBodies.of(
                source, request.connection(), hop.permit(), shared.upstream.answerTimeout());
    }
}
