package dev.steward.gateway.proxy;

import dev.steward.gateway.caller.Caller;
import dev.steward.gateway.caller.ClientAddresses;
import dev.steward.gateway.limit.KnownKeys;
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

/// Why a source key may not call an operation for people: a live one has no right there (403), any
/// other is unknown (401). Where the operation is of feedback-service, that is the one to say so;
/// for the other services, who know no keys, it is asked. Nothing is remembered of the answer: a
/// key can be revoked.
@Singleton
public class SourceKeys {

    private static final String KEEPER = "feedback";

    /// An operation for people, so that every key is refused there, each for its reason.
    private static final String FOR_PEOPLE = "/api/v1/products/-/sources";

    private final Upstream upstream;
    private final UpstreamClients clients;
    private final Circuits circuits;
    private final KnownKeys knownKeys;
    private final RateLimits rateLimits;
    private final ClientAddresses addresses;

    SourceKeys(
            Upstream upstream,
            UpstreamClients clients,
            Circuits circuits,
            KnownKeys knownKeys,
            RateLimits rateLimits,
            ClientAddresses addresses) {
        this.upstream = upstream;
        this.clients = clients;
        this.circuits = circuits;
        this.knownKeys = knownKeys;
        this.rateLimits = rateLimits;
        this.addresses = addresses;
    }

    /// Whether the operation's service takes the key, or refuses it itself.
    public boolean mayBePassedOn(Operation operation) {
        return operation.access().sourceKey() || operation.service().equals(KEEPER);
    }

    /// To be called on the event loop of the request; never fails.
    public Future<Problem> refusal(HttpServerRequest request, Caller.SourceKey key) {
        return circuits.through(KEEPER, () -> ask(request))
                .map(status -> refusal(request, key, status))
                .otherwise(_ -> unavailable());
    }

    private Future<Integer> ask(HttpServerRequest request) {
        var service = Objects.requireNonNull(upstream.services().get(KEEPER), KEEPER).url();
        var question =
                new RequestOptions()
                        .setAbsoluteURI(service.resolve(FOR_PEOPLE).toString())
                        .setConnectTimeout(upstream.connectTimeout().plusSeconds(1).toMillis())
                        .setIdleTimeout(upstream.answerTimeout().toMillis())
                        .putHeader(
                                HttpHeaders.AUTHORIZATION,
                                request.getHeader(HttpHeaders.AUTHORIZATION));
        return clients.ofThisEventLoop()
                .request(question)
                .compose(asked -> asked.send())
                .compose(answer -> answer.end().map(statusOf(answer)))
                .recover(cause -> Future.failedFuture(HopFailure.notConnected(KEEPER, cause)));
    }

    private static Integer statusOf(HttpClientResponse answer) {
        return answer.statusCode();
    }

    private Problem refusal(HttpServerRequest request, Caller.SourceKey key, int status) {
        return switch (status) {
            case 403 -> {
                knownKeys.accepted(key);
                yield Problem.of(
                        "missing-scope", "No scope of a source key opens this: it is for people.");
            }
            case 401 -> {
                knownKeys.refused(key);
                // Who tries keys does so at the cost of the network address.
                rateLimits.take(addresses.of(request));
                yield Problem.of("unauthenticated", "The source key is unknown.")
                        .with(
                                "WWW-Authenticate",
                                "Bearer realm=\"steward\", error=\"invalid_token\"");
            }
            default -> unavailable();
        };
    }

    private static Problem unavailable() {
        return HopFailure.unavailable(KEEPER);
    }
}
