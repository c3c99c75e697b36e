package dev.steward.gateway.proxy;

import dev.steward.gateway.caller.Authentication;
import dev.steward.gateway.caller.Caller;
import dev.steward.gateway.limit.BoundedBody;
import dev.steward.gateway.problem.Problem;
import dev.steward.gateway.problem.UnreadBody;
import dev.steward.gateway.readyourwrites.RecentWrites;
import dev.steward.gateway.trace.Trace;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import java.net.URI;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/// Turns what vertx-http-proxy would pass on blindly into what may pass, and its bare 502 into a
/// problem.
class Interceptor implements ProxyInterceptor {

    private static final Logger LOG = Logger.getLogger(Interceptor.class);
    private static final String TOO_SLOW = "request-timeout";

    private final Hop hop;
    private final URI service;
    private final Interception shared;
    private final HttpServerRequest request;
    private final BoundedBody body;
    private boolean answered;

    Interceptor(Hop hop, URI service, Interception shared) {
        this.hop = hop;
        this.service = service;
        this.shared = shared;
        request = hop.context().request();
        body = new BoundedBody(request, shared.bodyLimit.of(hop.operation()));
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext proxied) {
        var outgoing = proxied.request();
        HeaderRules.request(outgoing.headers(), request, Trace.of(hop.context()));
        addWhatToWaitFor(outgoing);
        prepareBody(outgoing);
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

    /// A request without a body is read to its end now, so that it can be sent a second time.
    private void prepareBody(ProxyRequest outgoing) {
        if (hasBody()) {
            outgoing.setBody(Body.body(body, outgoing.getBody().length()));
        } else {
            outgoing.setBody(null);
            request.resume();
        }
    }

    private boolean hasBody() {
        var length = request.getHeader("Content-Length");
        return request.headers().contains("Transfer-Encoding")
                || length != null && !length.equals("0");
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
        return failure.beforeTheAnswer() && hop.safe() && !hasBody();
    }

    private HopFailure failure(Throwable cause) {
        if (cause instanceof HopFailure known) {
            return known;
        }
        if (body.exceeded()) {
            return HopFailure.ofTheCaller(shared.bodyLimit.problem(hop.operation()), cause);
        }
        if (cause instanceof TimeoutException) {
            return request.isEnded()
                    ? HopFailure.tookTooLong(hop.service(), cause)
                    : HopFailure.ofTheCaller(tooSlow(), cause);
        }
        return hop.context().response().closed()
                ? HopFailure.ofTheCaller(tooSlow(), cause)
                : HopFailure.broken(hop.service(), hop.safe(), cause);
    }

    private static Problem tooSlow() {
        return Problem.of(TOO_SLOW, "The body of the request did not arrive in time.");
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
        LOG.warnf(
                "request %s: %s (%s)",
                Trace.of(hop.context()).requestId(), problem.detail(), failure.getMessage());
        var answer = shared.problems.answer(hop.context(), problem);
        var response = outgoing.release().response().setStatusCode(answer.status());
        response.headers().addAll(answer.headers());
        endTheRequest(problem, response);
        return response.setBody(Body.body(answer.body()));
    }

    /// A body that came too slowly is not waited for; one that is too large is read for a while,
    /// else its sender would not read the answer.
    private void endTheRequest(Problem problem, ProxyResponse response) {
        if (problem.slug().equals(TOO_SLOW)) {
            response.putHeader("Connection", "close");
            hop.context().addEndHandler(_ -> request.connection().close());
        } else {
            UnreadBody.discard(request);
        }
    }

    @Override
    public Future<Void> handleProxyResponse(ProxyContext proxied) {
        if (answered) {
            pass(proxied.response());
        }
        return proxied.sendResponse();
    }

    private void pass(ProxyResponse response) {
        HeaderRules.response(response.headers());
        Locations.relative(response.headers(), service);
        remember(response);
        chargeForARefusedKey(response);
        passBody(response);
    }

    private void remember(ProxyResponse response) {
        var versions = response.headers().getAll(RecentWrites.VERSION);
        if (!versions.isEmpty() && !(hop.caller() instanceof Caller.Address)) {
            shared.recentWrites.remember(
                    hop.caller().key(), hop.service(), String.join(",", versions));
        }
    }

    /// Who tries source keys does so at the cost of the network address: each key would be a new
    /// caller.
    private void chargeForARefusedKey(ProxyResponse response) {
        if (response.getStatusCode() == 401 && !hop.caller().verified()) {
            shared.rateLimits.take(Authentication.address(request));
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
        } else {
            response.setBody(
                    Body.body(
                            new AnswerBody(received.stream(), request.connection()),
                            received.length()));
        }
    }
}
