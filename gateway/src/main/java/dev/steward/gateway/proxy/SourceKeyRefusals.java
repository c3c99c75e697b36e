package dev.steward.gateway.proxy;

import dev.steward.gateway.caller.Caller;
import dev.steward.gateway.caller.ClientAddresses;
import dev.steward.gateway.limit.AcceptedSourceKeys;
import dev.steward.gateway.limit.RateLimits;
import dev.steward.gateway.problem.Problem;
import dev.steward.gateway.routing.Operation;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import jakarta.inject.Singleton;
import java.util.Objects;

/// Refuses source keys at operations for people: a valid key with 403, any other with 401.
/// Operations of feedback-service refuse keys themselves; for the other services, which cannot
/// verify keys, feedback-service is asked each time, because a key can be revoked.
@Singleton
public class SourceKeyRefusals {

    private static final String FEEDBACK = "feedback";

    /// An operation for people of feedback-service, which refuses every key with the right status.
    private static final String PEOPLE_ONLY = "/api/v1/products/-/sources";

    private final Upstream upstream;
    private final UpstreamClients clients;
    private final CircuitBreakers circuitBreakers;
    private final AcceptedSourceKeys acceptedKeys;
    private final RateLimits rateLimits;
    private final ClientAddresses addresses;

    SourceKeyRefusals(
            Upstream upstream,
            UpstreamClients clients,
            CircuitBreakers circuitBreakers,
            AcceptedSourceKeys acceptedKeys,
            RateLimits rateLimits,
            ClientAddresses addresses) {
        this.upstream = upstream;
        this.clients = clients;
        this.circuitBreakers = circuitBreakers;
        this.acceptedKeys = acceptedKeys;
        this.rateLimits = rateLimits;
        this.addresses = addresses;
    }

    /// Whether the service of the operation accepts or refuses keys itself.
    public boolean canBeForwarded(Operation operation) {
        return operation.access().sourceKey() || operation.service().equals(FEEDBACK);
    }

    /// To be called on the event loop of the request; never fails.
    public Future<Problem> refusal(HttpServerRequest request, Caller.SourceKey key) {
        return circuitBreakers
                .through(FEEDBACK, () -> ask(request))
                .map(status -> refusal(request, key, status))
                .otherwise(_ -> unavailable());
    }

    private Future<Integer> ask(HttpServerRequest request) {
        var service = Objects.requireNonNull(upstream.services().get(FEEDBACK), FEEDBACK).url();
        var question =
                new RequestOptions()
                        .setAbsoluteURI(service.resolve(PEOPLE_ONLY).toString())
                        .setConnectTimeout(upstream.connectTimeout().plusSeconds(1).toMillis())
                        .setIdleTimeout(upstream.answerTimeout().toMillis())
                        .putHeader(
                                HttpHeaders.AUTHORIZATION,
                                request.getHeader(HttpHeaders.AUTHORIZATION));
        return clients.ofThisEventLoop()
                .request(question)
                .compose(asked -> asked.send())
                .compose(answer -> answer.end().map(statusOf(answer)))
                .recover(cause ->
                        Future.failedFuture(UpstreamFailure.notConnected(FEEDBACK, cause)));
    }

    private static Integer statusOf(HttpClientResponse answer) {
        return answer.statusCode();
    }

    private Problem refusal(HttpServerRequest request, Caller.SourceKey key, int status) {
        return switch (status) {
            case 403 -> {
                acceptedKeys.accepted(key);
                yield Problem.of(
                        "missing-scope",
                        "This operation is for people; no scope of a source key allows it.");
            }
            case 401 -> {
                acceptedKeys.refused(key);
                // Counts against the limit of the network address.
                rateLimits.consume(addresses.of(request));
                yield Problem.of("unauthenticated", "The source key is unknown or revoked.")
                        .with(
                                "WWW-Authenticate",
                                "Bearer realm=\"steward\", error=\"invalid_token\"");
            }
            default -> unavailable();
        };
    }

    private static Problem unavailable() {
        return UpstreamFailure.unavailable(FEEDBACK);
    }
}
